package io.batchwright.internal.requests;

import io.batchwright.BatchInput;
import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.lines.Line;
import io.batchwright.internal.lines.LineReader;
import io.batchwright.internal.lines.LineSink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** The first line of an input that is a file. */
public final class FirstLine {
  private FirstLine() {}

  /** Returns the endpoint that it names, or null. */
  public static @Nullable String url(BatchInput input) {
    BatchInput all = input;
    while (all instanceof BatchInput.Only only) {
      all = only.input();
    }
    if (!(all instanceof BatchInput.JsonlFile jsonl)) {
      return null;
    }
    try (InputStream file = Files.newInputStream(jsonl.file())) {
      // A longer line is read when the whole input is checked.
      LineReader lines = new LineReader(file, 16 << 20);
      Line line;
      do {
        line = lines.next(LineSink.NONE);
      } while (line != null && line.blank());
      byte[] json = line == null ? new byte[0] : line.bytes();
      return new JsonCursor().over(json, 0, json.length).member("url", JsonCursor::text);
    } catch (IOException e) {
      return null; // reported when the whole input is checked
    }
  }
}
