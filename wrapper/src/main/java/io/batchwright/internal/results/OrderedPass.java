package io.batchwright.internal.results;

import io.batchwright.BatchResult;
import io.batchwright.internal.lines.Tap;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * One pass over results in another order than they are delivered in: the first question reads all.
 *
 * <p>Not thread-safe, but {@link #close} may come from anywhere.
 */
final class OrderedPass implements Iterator<BatchResult>, AutoCloseable {
  private final StreamedResults source;
  private final ResultIndex index;
  private final Path directory;
  private volatile @Nullable Spool spool;
  private int given;
  private boolean ended;

  /** Makes a pass whose temporary file will be in a directory. */
  OrderedPass(StreamedResults source, ResultOrder order, Path directory) {
    this.source = source;
    this.index = new ResultIndex(order);
    this.directory = directory;
  }

  @Override
  public boolean hasNext() {
    if (!ended) {
      Spool filled = filled();
      ended = given == index.size();
      if (ended) {
        filled.close();
      }
    }
    return !ended;
  }

  @Override
  public BatchResult next() {
    if (!hasNext()) {
      throw new NoSuchElementException("There are no more results");
    }
    BatchResult result = filled().get(index.place(given));
    given++;
    return result;
  }

  /** Gives all lines to a tap, and says how many there were. */
  long copy(Tap to) {
    long lines = 0;
    while (hasNext()) {
      lines += filled().copy(index.place(given++), to) ? 1 : 0;
    }
    return lines;
  }

  /** Removes the temporary file. */
  @Override
  public void close() {
    Spool open = spool;
    if (open != null) {
      open.close();
    }
  }

  private Spool filled() {
    Spool filled = spool;
    if (filled == null) {
      filled = fill();
    }
    if (!filled.isOpen()) {
      throw StreamedResults.closed();
    }
    return filled;
  }

  private Spool fill() {
    try {
      Spool empty = Spool.in(directory, source.decoder());
      spool = empty;
      long unused =
          source.readAll(empty, result -> index.add(result.customId(), empty.add(result)));
      empty.flush();
      index.sort();
      return empty;
    } catch (RuntimeException | Error e) {
      source.close();
      throw e;
    }
  }
}
