package io.batchwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the main method of a test in its own process, for example with a small heap. */
public final class ChildJvm {
  /** Long enough for any machine; only a test that hangs waits so long. */
  private static final long PATIENCE_SECONDS = 240;

  private ChildJvm() {}

  /**
   * Runs it to its end, and returns its output on both streams.
   *
   * @param options for the JVM, such as {@code -Xmx32m}
   */
  public static String run(Class<?> main, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("child", ".txt");
    try {
      Process java =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = java.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      java.destroyForcibly();
      String printed = Files.readString(output);
      assertThat(ended).as(printed).isTrue();
      assertThat(java.exitValue()).as(printed).isZero();
      return printed;
    } finally {
      Files.delete(output);
    }
  }
}
