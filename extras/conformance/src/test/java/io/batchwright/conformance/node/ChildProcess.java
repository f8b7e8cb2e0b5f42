package io.batchwright.conformance.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs during the tests, for at most two minutes. It is destroyed, with all its
 * child processes, when it is closed and when the JVM exits.
 */
final class ChildProcess implements AutoCloseable {
  private static final int MINUTES = 2;
  private static final int QUOTED_LINES = 40;
  private static final Set<String> ENVIRONMENT = Set.of("PATH", "HOME");

  private final Process process;
  private final BufferedReader output;
  private final PrintWriter input;
  private final Thread atExit = new Thread(this::destroy);
  private final Deque<String> last = new ArrayDeque<>();

  private ChildProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
    this.input = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
  }

  /**
   * Starts a program in the folder of the scripts, with stdout and stderr in one stream. It
   * inherits only the environment that it needs to be found: with {@code CI} set, steady prints
   * other messages, and it must not see an API key.
   */
  static ChildProcess start(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().retainAll(ENVIRONMENT);
    ChildProcess child = new ChildProcess(builder.directory(Node.FOLDER.toFile()).start());
    Runtime.getRuntime().addShutdownHook(child.atExit);
    CompletableFuture<Process> unused =
        child
            .process
            .onExit()
            .orTimeout(MINUTES, TimeUnit.MINUTES)
            .whenComplete((ended, late) -> child.destroyIf(late != null));
    return child;
  }

  void writeLine(String line) {
    input.println(line);
  }

  /**
   * Reads the next line of its output.
   *
   * @throws IllegalStateException if it has ended, with the last lines of its output
   */
  String readLine() {
    try {
      String line = output.readLine();
      if (line == null) throw new IllegalStateException("It has ended, after saying: " + last);
      if (last.size() == QUOTED_LINES) last.remove();
      last.add(line);
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Discards its further output, so that it does not block. */
  void ignoreRest() {
    Thread reader = new Thread(this::passOver, "output of a child process");
    reader.setDaemon(true);
    reader.start();
  }

  private void passOver() {
    try {
      output.transferTo(Writer.nullWriter());
    } catch (IOException e) {
      // Its output ends when it is destroyed.
    }
  }

  /** After it has ended by itself, there may be output left to read. */
  private void destroyIf(boolean late) {
    if (late) destroy();
  }

  private void destroy() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atExit);
    destroy();
    process.onExit().join();
  }
}
