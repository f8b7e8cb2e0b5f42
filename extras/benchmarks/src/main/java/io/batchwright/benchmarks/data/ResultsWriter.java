package io.batchwright.benchmarks.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Generates a file of results; the same parameters always yield the same bytes. */
public final class ResultsWriter {
  private static final long SEED = 0x62617463L;

  /** One line in this many is an error. */
  private static final int ERRORS = 20;

  private final ResultsFile file;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private long bytes;
  private long succeeded;
  private long idChars;
  private long textChars;
  private long tokens;

  private ResultsWriter(ResultsFile file) {
    this.file = file;
  }

  /** Writes the file and returns its totals. */
  public static Facts write(ResultsFile file, Path target) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 20)) {
      return write(file, out);
    }
  }

  /** Writes the file to a stream, which it does not close. */
  public static Facts write(ResultsFile file, OutputStream out) throws IOException {
    ResultsWriter writer = new ResultsWriter(file);
    if (file.script() == Script.NONE) {
      writer.shortLines(out);
    } else {
      writer.lines(out);
    }
    return writer.facts();
  }

  private Facts facts() {
    return new Facts(file.lines(), bytes, succeeded, idChars, textChars, tokens);
  }

  private void lines(OutputStream out) throws IOException {
    LineForm form = LineForm.of(file);
    TextSource texts = new TextSource(file.script(), random);
    for (int number = 0; number < file.lines(); number++) {
      String id = "req-" + Digits.padded(number, 6);
      idChars += id.length();
      if (random.nextInt(ERRORS) == 0) {
        ascii(out, form.failed(id, number));
      } else {
        succeeded(out, form, texts, id, number);
      }
      out.write('\n');
      bytes++;
    }
  }

  private void succeeded(OutputStream out, LineForm form, TextSource texts, String id, int number)
      throws IOException {
    int input = 10 + random.nextInt(900);
    int output = 10 + random.nextInt(900);
    LineForm.Frame frame = form.succeeded(id, number, input, output);
    int room = file.lineBytes() - 1 - frame.length();
    if (room < 0) {
      throw new IllegalArgumentException(
          "A line of " + file.dialect() + " has no room in " + file.lineBytes() + " bytes");
    }
    ascii(out, frame.before());
    textChars += texts.write(out, room);
    bytes += room;
    ascii(out, frame.after());
    succeeded++;
    tokens += input + output;
  }

  /**
   * Writes expired requests: of Anthropic's lines, only those and cancelled ones are this short.
   */
  private void shortLines(OutputStream out) throws IOException {
    String before = "{\"custom_id\":\"";
    String after = "\",\"result\":{\"type\":\"expired\"}}\n";
    int width = Math.max(1, file.lineBytes() - before.length() - after.length());
    for (int number = 0; number < file.lines(); number++) {
      String id = Digits.padded(number, width);
      idChars += id.length();
      ascii(out, before + id + after);
    }
  }

  private void ascii(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    bytes += text.length();
  }
}
