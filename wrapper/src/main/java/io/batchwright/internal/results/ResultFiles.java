package io.batchwright.internal.results;

import io.batchwright.BatchNotFoundException;
import io.batchwright.BatchResult;
import io.batchwright.internal.lines.LineDecoder;
import io.batchwright.internal.lines.Tap;
import io.batchwright.internal.wait.Retry;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Files of results read one after the other as one stream, whose lines are counted through. A file
 * that is not there is a result that says so, as long as another one is.
 *
 * <p>Not thread-safe, but {@link #close} may come from anywhere.
 */
final class ResultFiles implements AutoCloseable {
  private final Iterator<ResultFile> files;
  private final ResultReading how;

  /** Stand for files before the first that is there. */
  private final Queue<BatchResult> gone = new ArrayDeque<>();

  private volatile @Nullable ResumingResults reader;
  private boolean first = true;

  /** Makes a reader that opens nothing yet. */
  ResultFiles(List<ResultFile> files, ResultReading how) {
    this.files = files.iterator();
    this.how = how;
  }

  /**
   * Opens the first file, without a second try.
   *
   * @param someWillDo whether it may be passed over if it is not there and another one is
   */
  void open(boolean someWillDo) {
    while (files.hasNext()) {
      try {
        advance(0).open();
        return;
      } catch (BatchNotFoundException e) {
        if (!someWillDo || !files.hasNext()) {
          throw e;
        }
        gone.add(gone(0));
      }
    }
  }

  /** Gives the next result, or null at the end of the last file. */
  @Nullable BatchResult next(Tap tap) {
    while (reader != null) {
      BatchResult result = gone.isEmpty() ? next(reader, tap) : gone.remove();
      if (result != null) {
        return result;
      }
    }
    return null;
  }

  /** Gives the next result of a file; null if it has none, and the next file's turn has come. */
  private @Nullable BatchResult next(ResumingResults file, Tap tap) {
    Retry retry = Retry.ofMissingResults(how.sleeper());
    while (true) {
      try {
        BatchResult result = file.next(tap);
        if (result == null) {
          pass(file);
        }
        return result;
      } catch (BatchNotFoundException e) {
        if (first || file.begun()) {
          throw e;
        }
        if (retry.exhausted()) {
          pass(file);
          return gone(file.number());
        }
        pause(retry, e);
      }
    }
  }

  private static void pause(Retry retry, BatchNotFoundException notFound) {
    try {
      retry.pause(notFound);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notFound;
    }
  }

  private void pass(ResumingResults file) {
    file.close();
    first = false;
    if (files.hasNext()) {
      ResumingResults unused = advance(file.number());
    } else {
      reader = null;
    }
  }

  private ResumingResults advance(long linesBefore) {
    ResumingResults next = new ResumingResults(files.next(), linesBefore, how);
    reader = next;
    return next;
  }

  private static BatchResult gone(long linesBefore) {
    return new BatchResult.Unreadable(
        null,
        linesBefore + 1,
        "the provider no longer has one of the files of these results; its lines are missing",
        new byte[0]);
  }

  /** Says whether a result is a line, rather than standing for a file that is gone. */
  static boolean isLine(BatchResult result) {
    return !(result instanceof BatchResult.Unreadable bad) || bad.bytes().length > 0;
  }

  LineDecoder decoder() {
    return how.decoder();
  }

  @Override
  public void close() {
    ResumingResults open = reader;
    if (open != null) {
      open.close();
    }
  }
}
