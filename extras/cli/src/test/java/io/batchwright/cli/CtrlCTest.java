package io.batchwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.batchwright.sandbox.Operation;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends a real signal to a real process. */
class CtrlCTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void printsTheRefAndHowToGoOn() throws IOException, InterruptedException {
    assumeTrue(sigintReachesChildren(), "SIGINT is ignored here, and so it is in child processes");
    try (Cli cli = new Cli(folder)) {
      cli.anthropic().scriptNext().stuck();
      Interrupted run = interruptAfter(cli, ": running");

      assertThat(run.before())
          .startsWith("Submitted 1 request as " + ref(cli))
          .endsWith(": running");
      assertThat(run.after())
          .startsWith(
              "Interrupted.\nThe batch runs on. To continue:\n  batchwright wait " + ref(cli))
          .doesNotContain("Exception")
          .doesNotContain("\tat ");
      assertThat(run.code()).isEqualTo(130);
      assertThat(cli.files()).containsExactly("input.jsonl");
    }
  }

  @Test
  void leavesNoHalfFileOfResults() throws IOException, InterruptedException {
    assumeTrue(sigintReachesChildren(), "SIGINT is ignored here, and so it is in child processes");
    try (Cli cli = new Cli(folder)) {
      cli.anthropic().faults().on(Operation.RESULTS).always().stall(10);
      Interrupted run = interruptAfter(cli, ": succeeded");

      assertThat(run.after())
          .startsWith("Interrupted.\n")
          .contains("batchwright results " + ref(cli))
          .doesNotContain("Exception");
      assertThat(run.code()).isEqualTo(130);
      assertThat(cli.files()).containsExactly("input.jsonl");
    }
  }

  /**
   * A process that was interrupted.
   *
   * @param before its stderr up to the interrupt
   * @param after the rest of it
   * @param code its exit code
   */
  private record Interrupted(String before, String after, int code) {}

  private static Interrupted interruptAfter(Cli cli, String lineEnd)
      throws IOException, InterruptedException {
    Process process = start(cli);
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      StringBuilder before = new StringBuilder();
      do {
        before.append(before.isEmpty() ? "" : "\n").append(err.readLine());
      } while (before.indexOf(lineEnd) < 0 && process.isAlive());
      new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
      String after = err.lines().collect(Collectors.joining("\n"));
      return new Interrupted(before.toString(), after, process.waitFor());
    }
  }

  private static String ref(Cli cli) {
    return "anthropic:" + cli.anthropic().ids().get(0) + "@http://127.0.0.1:" + cli.sandbox.port();
  }

  private static Process start(Cli cli) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "io.batchwright.cli.Main",
            "run",
            cli.input("one"),
            "--provider",
            "anthropic",
            "--base-url",
            cli.sandbox.anthropicUrl(),
            "--out",
            cli.out().toString());
    builder.environment().put("ANTHROPIC_API_KEY", Cli.KEY);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Shells start background jobs with SIGINT ignored, and the JVM leaves it so. */
  private static boolean sigintReachesChildren() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.isReadable(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> new BigInteger(line.substring(line.indexOf(':') + 1).strip(), 16))
            .noneMatch(ignored -> ignored.testBit(1));
  }
}
