package io.batchwright.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.StackWalker.StackFrame;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records what each command prints and writes, a file per test class, if the system property {@code
 * recorder.folder} names a folder; {@code extras/record} sets it.
 */
final class CommandRecord {
  private static final @Nullable String FOLDER = System.getProperty("recorder.folder");

  private CommandRecord() {}

  static void add(String[] args, Cli.Run run) {
    if (FOLDER == null) {
      return;
    }
    StackFrame test = StackWalker.getInstance().walk(CommandRecord::test);
    String name = test.getClassName().replace("io.batchwright.cli.", "");
    Path file = Path.of(FOLDER, name + ".txt");
    List<String> lines = new ArrayList<>();
    if (Files.notExists(file)) {
      lines.add("== command / " + name);
    }
    lines.add(test.getMethodName() + ": " + String.join(" ", args));
    lines.add("  exit code " + run.code());
    run.out().lines().map(line -> "  out: " + line).forEach(lines::add);
    run.err().lines().map(line -> "  err: " + line).forEach(lines::add);
    try {
      Path results = results(List.of(args));
      if (Files.isRegularFile(results)) {
        Files.readAllLines(results).stream().map(line -> "  result: " + line).forEach(lines::add);
      }
      Files.write(
          file,
          lines,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path results(List<String> args) {
    int out = args.indexOf("--out");
    return Path.of(out < 0 || out + 1 == args.size() ? "" : args.get(out + 1));
  }

  /** Returns the outermost method of a test, which is a test itself or prepares one. */
  private static StackFrame test(Stream<StackFrame> stack) {
    return stack
        .filter(frame -> frame.getClassName().startsWith("io.batchwright.cli."))
        .reduce((inner, outer) -> outer)
        .orElseThrow();
  }
}
