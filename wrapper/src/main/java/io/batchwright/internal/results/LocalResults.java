package io.batchwright.internal.results;

import io.batchwright.BatchResult;
import io.batchwright.internal.lines.Line;
import io.batchwright.internal.lines.LineDecoder;
import io.batchwright.internal.lines.LineReader;
import io.batchwright.internal.lines.LineSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a local file of results. */
final class LocalResults extends ResultReader {
  private final InputStream in;
  private final LineReader lines;
  private long number;

  LocalResults(Path file, LineDecoder decoder) {
    super(decoder, LineReader.MAX_LINE);
    try {
      this.in = Files.newInputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.lines = new LineReader(in, maxLine);
  }

  @Override
  @Nullable BatchResult read(LineSink sink) throws IOException {
    for (Line line = lines.next(sink); line != null; line = lines.next(sink)) {
      sink.keep();
      number++;
      if (!line.blank()) {
        return decode(line, number);
      }
    }
    return null;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
