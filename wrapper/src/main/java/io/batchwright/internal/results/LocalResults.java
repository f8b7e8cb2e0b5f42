package io.batchwright.internal.results;

import io.batchwright.BatchResult;
import io.batchwright.ResultsOptions;
import io.batchwright.internal.lines.Line;
import io.batchwright.internal.lines.LineDecoder;
import io.batchwright.internal.lines.LineReader;
import io.batchwright.internal.lines.LineSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads results from a local file, or another stream that is not resumed. */
final class LocalResults extends ResultReader {
  private final InputStream in;
  private final LineReader lines;
  private long number;

  LocalResults(InputStream in, LineDecoder.Source lines, ResultsOptions options) {
    super(lines.create(options.idMember()), options.maxLineBytes());
    this.in = in;
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
