package io.batchwright.internal.results;

import io.batchwright.BatchResult;
import io.batchwright.internal.lines.Line;
import io.batchwright.internal.lines.LineDecoder;
import io.batchwright.internal.lines.LineSink;
import io.batchwright.internal.lines.ResultLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads results, each once. Not thread-safe, but {@link #close} may be called by any thread. */
abstract class ResultReader implements AutoCloseable {
  /** A line is in memory twice while it is read, and its text again when that is decoded. */
  private static final long LARGEST_IN_HEAP = Runtime.getRuntime().maxMemory() / 4;

  final LineDecoder decoder;

  /** The longest line that is kept whole, in bytes. */
  final int maxLine;

  private volatile boolean ended;

  ResultReader(LineDecoder decoder, int maxLine) {
    this.decoder = decoder;
    this.maxLine = (int) Math.min(maxLine, LARGEST_IN_HEAP);
  }

  /**
   * Returns the next result, whose line the sink keeps; null at the end, after closing this reader.
   *
   * @throws UncheckedIOException if a local file cannot be read or written
   */
  final @Nullable BatchResult next(LineSink sink) {
    try {
      BatchResult result = ended ? null : read(sink);
      if (result == null) {
        ended = true;
        close();
      }
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the next result, whose line the sink keeps; null at the end. */
  abstract @Nullable BatchResult read(LineSink sink) throws IOException;

  /** Returns whether the end was reached; any thread may call it. */
  final boolean ended() {
    return ended;
  }

  @Override
  public abstract void close();

  final BatchResult decode(Line line, long number) {
    BatchResult result = decoder.decode(line.bytes(), number);
    if (!line.whole()) {
      return unreadable(result.customId(), line, number, tooLong());
    }
    if (!line.terminated() && result instanceof BatchResult.Unreadable bad) {
      String problem = "the stream ends in it, so it may be cut off: " + bad.error().message();
      return unreadable(bad.customId(), line, number, problem);
    }
    return result;
  }

  private static BatchResult unreadable(
      @Nullable String id, Line line, long number, String problem) {
    return new ResultLine(line.bytes(), number, id, null).unreadable(problem);
  }

  private String tooLong() {
    return "the line is longer than "
        + maxLine
        + " bytes; "
        + (maxLine == LARGEST_IN_HEAP
            ? "that is a quarter of the heap: raise -Xmx, or use saveTo"
            : "raise maxLineBytes of the ResultsOptions, or use saveTo");
  }

  /** Returns whether a result is a line, and not a file that is missing. */
  static boolean isLine(BatchResult result) {
    return !(result instanceof BatchResult.Unreadable bad) || bad.bytes().length > 0;
  }
}
