package io.batchwright.internal.results;

import io.batchwright.BatchException;
import io.batchwright.BatchRef;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.ResultsAudit;
import io.batchwright.ResultsSummary;
import io.batchwright.TransportException;
import io.batchwright.internal.lines.LineDecoder;
import io.batchwright.internal.lines.LineReader;
import io.batchwright.internal.lines.Tap;
import io.batchwright.internal.wait.Sleeper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One pass over the results of a batch, watched by those who asked for an audit or a summary. */
public final class StreamedResults implements BatchResults {
  private enum Phase {
    UNREAD,
    READING,
    ENDED,
    CLOSED
  }

  private final ResultFiles files;
  private final List<Consumer<BatchResult>> observers = new ArrayList<>();

  private volatile Phase phase = Phase.UNREAD;

  /** Is there if another order is wanted than that of the files. */
  private volatile @Nullable OrderedPass ordered;

  private StreamedResults(ResultFiles files) {
    this.files = files;
  }

  /**
   * Opens the first file, and each other when the one before it has ended. A later file that is not
   * there, after some tries, is a result that says so.
   *
   * @param provider the provider's short name, for messages
   * @param ref the batch
   * @param source the files, and how to read their lines
   * @param someWillDo whether a first file that is not there is such a result too, as long as
   *     another file is
   * @param clock blocks the thread between attempts to resume a dropped connection
   * @param resumption hears that one was taken up, on the thread that reads
   * @throws BatchException if the provider refuses, or has none of the files
   * @throws TransportException if no answer came
   */
  public static BatchResults open(
      String provider,
      BatchRef ref,
      ResultSource source,
      boolean someWillDo,
      Sleeper clock,
      Resumption resumption) {
    String call = "read results of " + ref;
    return open(
        source.files(),
        someWillDo,
        new ResultReading(
            provider, call, source.decoder(), clock, resumption, LineReader.MAX_LINE));
  }

  /**
   * Reads a file that {@link #saveTo} wrote.
   *
   * @param provider the provider's short name, for messages
   * @throws java.io.UncheckedIOException if the file cannot be read, now or later
   */
  public static BatchResults readFile(String provider, Path file, LineDecoder decoder) {
    return open(
        List.of(new LocalResults(file)),
        false,
        new ResultReading(
            provider,
            "read a results file",
            decoder,
            pause -> {},
            (line, error) -> {},
            LineReader.MAX_LINE));
  }

  static StreamedResults open(List<ResultFile> files, boolean someWillDo, ResultReading how) {
    StreamedResults results = new StreamedResults(new ResultFiles(files, how));
    try {
      results.files.open(someWillDo);
      return results;
    } catch (RuntimeException | Error e) {
      results.close();
      throw e;
    }
  }

  @Override
  public Iterator<BatchResult> iterator() {
    begin();
    return ordered == null ? new Pass() : ordered;
  }

  @Override
  public ResultsAudit audit(Collection<String> expectedIds) {
    requireUnread();
    ResultsAudit audit = new ResultsAudit(expectedIds, this::ended);
    observers.add(audit::add);
    return audit;
  }

  @Override
  public ResultsSummary summary() {
    requireUnread();
    ResultsSummary summary = new ResultsSummary(this::ended);
    observers.add(summary::add);
    return summary;
  }

  @Override
  public long saveTo(Path file) {
    begin();
    try (SavedLines saved = SavedLines.beside(file)) {
      long kept = ordered == null ? readAll(saved, result -> {}) : ordered.copy(saved);
      saved.publish();
      return kept;
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  @Override
  public boolean idsArePositions() {
    return decoder().idsArePositions();
  }

  @Override
  public BatchResults byNumericKey() {
    return in(ResultOrder.NUMERIC, PrivateLines.TEMPORARY);
  }

  @Override
  public BatchResults inOrderOf(Collection<String> customIds) {
    requireUnread();
    return in(new GivenOrder(customIds), PrivateLines.TEMPORARY);
  }

  StreamedResults in(ResultOrder order, Path directory) {
    requireUnread();
    ordered = new OrderedPass(this, order, directory);
    return this;
  }

  @Override
  public void close() {
    if (phase != Phase.ENDED) {
      phase = Phase.CLOSED;
    }
    files.close();
    OrderedPass pass = ordered;
    if (pass != null) {
      pass.close();
    }
  }

  /** Reads to the end of the pass that was begun, and gives how many lines there were. */
  long readAll(Tap tap, Consumer<BatchResult> each) {
    long lines = 0;
    for (BatchResult result = read(tap); result != null; result = read(tap)) {
      observe(result);
      each.accept(result);
      lines += ResultFiles.isLine(result) ? 1 : 0;
    }
    return lines;
  }

  LineDecoder decoder() {
    return files.decoder();
  }

  private void begin() {
    requireUnread();
    phase = Phase.READING;
  }

  private void requireUnread() {
    switch (phase) {
      case UNREAD -> {}
      case CLOSED -> throw closed();
      case READING, ENDED ->
          throw new IllegalStateException(
              "Results are read once, and this reading has begun; ask the batch for its results again");
    }
  }

  static IllegalStateException closed() {
    return new IllegalStateException(
        "These results are closed; ask the batch for its results again");
  }

  private void observe(BatchResult result) {
    for (Consumer<BatchResult> observer : observers) {
      observer.accept(result);
    }
  }

  private boolean ended() {
    return phase == Phase.ENDED;
  }

  /** Gives the next result, or null at the end, which closes the stream as any error does. */
  private @Nullable BatchResult read(Tap tap) {
    if (phase == Phase.CLOSED) {
      throw closed();
    }
    try {
      BatchResult result = files.next(tap);
      if (result != null) {
        return result;
      }
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
    if (phase == Phase.READING) {
      phase = Phase.ENDED;
    }
    return null;
  }

  private final class Pass implements Iterator<BatchResult> {
    private @Nullable BatchResult ahead;

    @Override
    public boolean hasNext() {
      if (ahead == null || phase == Phase.CLOSED) {
        ahead = read(Tap.NONE);
      }
      return ahead != null;
    }

    @Override
    public BatchResult next() {
      BatchResult result = hasNext() ? ahead : null;
      if (result == null) {
        throw new NoSuchElementException("There are no more results");
      }
      ahead = null;
      observe(result);
      return result;
    }
  }
}
