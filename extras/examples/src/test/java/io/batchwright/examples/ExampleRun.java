package io.batchwright.examples;

import io.batchwright.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of an example as a user starts it: a process of its own, with the key and the sandbox's
 * URL in its environment.
 *
 * @param exitCode how it ended
 * @param output what it printed, lines of both streams in order
 */
record ExampleRun(int exitCode, List<String> output) {
  private static final long MOST_SECONDS = 60;

  static ExampleRun of(Class<?> example, Sandbox sandbox, Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")); // starts sooner
    command.add("-cp");
    command.add(absoluteClassPath());
    command.add(example.getName());
    command.addAll(List.of(arguments));
    Path output = folder.resolve(example.getSimpleName() + ".out");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Map<String, String> environment = builder.environment();
    provider(environment, "ANTHROPIC", sandbox.anthropicUrl());
    provider(environment, "GEMINI", sandbox.geminiUrl());
    environment.put("GOOGLE_GEMINI_BASE_URL", sandbox.geminiUrl());
    provider(environment, "OPENAI", sandbox.openAiUrl());
    provider(environment, "MOONSHOT", sandbox.moonshotUrl());
    provider(environment, "ZHIPUAI", sandbox.zhipuUrl());
    Process process = builder.start();
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(example.getSimpleName() + " did not end");
    }
    return new ExampleRun(process.exitValue(), Files.readAllLines(output, StandardCharsets.UTF_8));
  }

  private static void provider(Map<String, String> environment, String name, String url) {
    environment.put(name + "_API_KEY", "sandbox-key");
    environment.put(name + "_BASE_URL", url);
  }

  private static String absoluteClassPath() {
    StringBuilder path = new StringBuilder();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      path.append(path.length() == 0 ? "" : File.pathSeparator)
          .append(Path.of(entry).toAbsolutePath());
    }
    return path.toString();
  }
}
