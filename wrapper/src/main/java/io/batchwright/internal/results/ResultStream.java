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
import io.batchwright.internal.lines.LineSink;
import io.batchwright.internal.wait.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** One pass over the results of a batch, from which audits and summaries are filled. */
public final class ResultStream implements BatchResults {
  private final ResultReader source;
  private final List<Consumer<BatchResult>> observers = new ArrayList<>();
  private volatile ResultReader reader; // the source, unless another order is wanted
  private boolean begun;
  private volatile boolean closed; // before the end

  ResultStream(ResultReader source) {
    this.source = source;
    this.reader = source;
  }

  /**
   * Opens the first file of a batch's results, and each other when the one before it has ended. A
   * later file that stays missing is a result that says so.
   *
   * @param ref the batch
   * @param files the files, and how to decode their lines
   * @param anyWillDo whether the first file may be missing too if another one is there
   * @param clock blocks the thread between attempts to resume a dropped connection
   * @param resumed receives each resumption on the thread that reads: why, and after how many lines
   * @throws BatchException if the provider refuses, or has none of the files
   * @throws TransportException if there was no response
   */
  public static BatchResults open(
      BatchRef ref,
      ResultSource files,
      boolean anyWillDo,
      Clock clock,
      ObjLongConsumer<BatchException> resumed) {
    ResumingReader reader = new ResumingReader(ref, files, LineReader.MAX_LINE, clock, resumed);
    reader.open(anyWillDo);
    return new ResultStream(reader);
  }

  /**
   * Opens a file that {@link #saveTo} wrote.
   *
   * @throws java.io.UncheckedIOException if the file cannot be read, now or later
   */
  public static BatchResults ofFile(Path file, LineDecoder decoder) {
    return new ResultStream(new LocalResults(file, decoder));
  }

  @Override
  public Iterator<BatchResult> iterator() {
    begin();
    return new Pass();
  }

  @Override
  public ResultsAudit audit(Collection<String> expectedIds) {
    requireUnread();
    ResultsAudit audit = new ResultsAudit(expectedIds, source::ended);
    observers.add(audit::add);
    return audit;
  }

  @Override
  public ResultsSummary summary() {
    requireUnread();
    ResultsSummary summary = new ResultsSummary(source::ended);
    observers.add(summary::add);
    return summary;
  }

  @Override
  public long saveTo(Path file) {
    begin();
    try (PrivateFile saved = PrivateFile.nextTo(file)) {
      long lines = 0;
      for (BatchResult result = read(saved); result != null; result = read(saved)) {
        deliver(result);
        lines += ResultReader.isLine(result) ? 1 : 0;
      }
      saved.publish(file);
      return lines;
    } catch (IOException e) {
      close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  @Override
  public boolean idsArePositions() {
    return source.decoder.idsArePositions();
  }

  @Override
  public BatchResults byNumericKey() {
    return in(SortedResults.NUMERIC, PrivateFile.TEMPORARY);
  }

  @Override
  public BatchResults inOrderOf(Collection<String> customIds) {
    return in(SortedResults.orderOf(customIds), PrivateFile.TEMPORARY);
  }

  ResultStream in(ToLongFunction<String> order, Path temporary) {
    requireUnread();
    reader = new SortedResults(source, order, temporary, this::observe);
    return this;
  }

  @Override
  public void close() {
    if (!reader.ended()) {
      closed = true;
    }
    reader.close();
  }

  private void begin() {
    requireUnread();
    begun = true;
  }

  private void requireUnread() {
    requireOpen();
    if (begun) {
      throw new IllegalStateException(
          "Results are read once, and this reading has begun; ask the batch for its results again");
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException(
          "These results are closed; ask the batch for its results again");
    }
  }

  private @Nullable BatchResult read(LineSink sink) {
    requireOpen();
    try {
      return reader.next(sink);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private void deliver(BatchResult result) {
    if (reader == source) { // otherwise it was seen when it was sorted
      observe(result);
    }
  }

  private void observe(BatchResult result) {
    observers.forEach(observer -> observer.accept(result));
  }

  private final class Pass implements Iterator<BatchResult> {
    private @Nullable BatchResult ahead;

    @Override
    public boolean hasNext() {
      if (ahead == null || closed) {
        ahead = read(LineSink.NONE);
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
      deliver(result);
      return result;
    }
  }
}
