package io.batchwright.benchmarks.jmh;

import io.batchwright.benchmarks.data.Dialect;
import io.batchwright.benchmarks.data.ResultsFile;
import io.batchwright.benchmarks.data.ResultsWriter;
import io.batchwright.benchmarks.data.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A line of the files that the other benchmarks read. */
final class OneLine {
  private static final int SHORTEST_WITH_TEXT = 500;

  private OneLine() {}

  /** Returns a line of Anthropic's results; the length includes its line end, which is omitted. */
  static byte[] of(int bytes) throws IOException {
    Script script = bytes < SHORTEST_WITH_TEXT ? Script.NONE : Script.PROSE;
    ResultsFile file = new ResultsFile("line", Dialect.ANTHROPIC, script, 20, bytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ResultsWriter.write(file, out);
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.getBytes(StandardCharsets.UTF_8).length == bytes - 1)
        .findFirst()
        .orElseThrow()
        .getBytes(StandardCharsets.UTF_8);
  }
}
