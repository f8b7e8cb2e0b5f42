package io.batchwright.benchmarks.send;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The bodies of a file's first lines, to build requests from. */
final class Bodies {
  private static final String KEY = "\"params\":";
  private static final int DIFFERENT = 100;

  private Bodies() {}

  static List<String> of(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .limit(DIFFERENT)
          .map(line -> line.substring(line.indexOf(KEY) + KEY.length(), line.length() - 1))
          .toList();
    }
  }

  static int lines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return Math.toIntExact(lines.count());
    }
  }
}
