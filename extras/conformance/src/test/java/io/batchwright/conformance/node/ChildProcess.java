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
 * A program that runs beside the tests, for two minutes at most. It is destroyed when it is closed,
 * with all that it has started, and when the JVM exits.
 */
final class ChildProcess implements AutoCloseable {
  private static final int MINUTES = 2;
  private static final int LINES_TOLD = 40;
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
   * Starts a program in the folder of the scripts; what it says and what it complains of are one
   * stream. Of the environment it gets no more than it needs to be found: with {@code CI} set,
   * steady speaks in other words, and an API key is none of its business.
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
   * The next line that it says.
   *
   * @throws IllegalStateException if it has ended, with the last lines that it said
   */
  String readLine() {
    try {
      String line = output.readLine();
      if (line == null) throw new IllegalStateException("It has ended, after saying: " + last);
      if (last.size() == LINES_TOLD) last.remove();
      last.add(line);
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Passes over all that it says from now on, so that it is not held up. */
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

  /** One that has ended by itself may still have something to say. */
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
