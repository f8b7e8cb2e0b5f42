package io.batchwright.examples;

import io.batchwright.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

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
      throws IOException {
    return of(example, sandbox, folder, line -> {}, arguments);
  }

  /**
   * Runs an example.
   *
   * @param onLine receives each line as soon as the example prints it
   */
  static ExampleRun of(
      Class<?> example, Sandbox sandbox, Path folder, Consumer<String> onLine, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")); // starts sooner
    command.add("-cp");
    command.add(absoluteClassPath());
    command.add(example.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    provider(environment, "ANTHROPIC", sandbox.anthropicUrl());
    provider(environment, "GEMINI", sandbox.geminiUrl());
    environment.put("GOOGLE_GEMINI_BASE_URL", sandbox.geminiUrl());
    provider(environment, "OPENAI", sandbox.openAiUrl());
    provider(environment, "MOONSHOT", sandbox.moonshotUrl());
    provider(environment, "ZHIPUAI", sandbox.zhipuUrl());
    Process process = builder.start();
    CompletableFuture<Process> end =
        process
            .onExit()
            .orTimeout(MOST_SECONDS, TimeUnit.SECONDS)
            .whenComplete((ended, timeout) -> process.toHandle().destroyForcibly());
    List<String> output = new ArrayList<>();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.add(line);
        onLine.accept(line);
      }
    } finally {
      process.toHandle().destroyForcibly(); // if onLine failed
    }
    return new ExampleRun(end.join().exitValue(), output);
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
