package io.batchwright.benchmarks.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Generates a file of requests; the same parameters always yield the same bytes. */
public final class RequestsWriter {
  private static final long SEED = 0x72657173L;

  private RequestsWriter() {}

  /** Writes the file and returns its totals. */
  public static Facts write(RequestsFile file, Path target) throws IOException {
    TextSource texts = new TextSource(Script.PROSE, new SplittableRandom(SEED));
    long idChars = 0;
    long textChars = 0;
    long bytes = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 20)) {
      for (int number = 0; number < file.lines(); number++) {
        String id = "req-" + Digits.padded(number, 6);
        LineForm.Frame frame = file.form().frame(id);
        int room = file.lineBytes() - 1 - frame.length();
        out.write(frame.before().getBytes(StandardCharsets.US_ASCII));
        textChars += texts.write(out, room);
        out.write(frame.after().getBytes(StandardCharsets.US_ASCII));
        out.write('\n');
        idChars += id.length();
        bytes += file.lineBytes();
      }
    }
    return new Facts(file.lines(), bytes, 0, idChars, textChars, 0);
  }
}
