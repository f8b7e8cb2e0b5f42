package io.batchwright.internal.results;

import io.batchwright.BatchException;
import io.batchwright.BatchRef;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.ResultsOptions;
import io.batchwright.ResultsSummary;
import io.batchwright.TransportException;
import io.batchwright.internal.lines.LineDecoder;
import io.batchwright.internal.lines.LineSink;
import io.batchwright.internal.wait.Clock;
import io.batchwright.internal.wait.Events;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** One pass over the results of a batch. */
public final class ResultStream implements BatchResults {
  private final ResultReader reader;
  private final ResultsSummary summary = new ResultsSummary();
  private @Nullable Consumer<ResultsSummary> ended; // until it was called
  private boolean begun;
  private volatile boolean closed; // before the end

  /** Creates a stream; the consumer, if any, receives a summary once all results were read. */
  ResultStream(ResultReader reader, @Nullable Consumer<ResultsSummary> ended) {
    this.reader = reader;
    this.ended = ended;
  }

  /**
   * Opens the first file of a batch's results, and each other when the one before it has ended. A
   * later file that stays missing is a result that says so.
   *
   * @param ref the batch
   * @param files the files, and how to decode their lines
   * @param options how to read them
   * @param anyWillDo whether the first file may be missing too if another one is there
   * @param clock blocks the thread between attempts to resume a dropped connection
   * @param events receives that they were opened, each resumption, and the end
   * @throws BatchException if the provider refuses, or has none of the files
   * @throws TransportException if there was no response
   */
  public static BatchResults open(
      BatchRef ref,
      ResultSource files,
      ResultsOptions options,
      boolean anyWillDo,
      Clock clock,
      Events events) {
    ToLongFunction<String> order = SortedResults.order(options);
    ObjLongConsumer<BatchException> resumed =
        (error, line) -> events.send(listener -> listener.resultsResumed(ref, line, error));
    ResumingReader reader = new ResumingReader(ref, files, options, clock, resumed);
    reader.open(anyWillDo);
    events.send(listener -> listener.resultsOpened(ref));
    Consumer<ResultsSummary> ended =
        summary -> events.send(listener -> listener.resultsRead(ref, summary));
    return new ResultStream(inOrder(reader, order), events.wanted() ? ended : null);
  }

  /**
   * Opens a file that {@link #saveTo} wrote.
   *
   * @throws java.io.UncheckedIOException if the file cannot be read, now or later
   */
  public static BatchResults ofFile(Path file, LineDecoder.Source lines, ResultsOptions options) {
    try {
      return of(Files.newInputStream(file), lines, options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads results from a stream, which is closed with them. */
  public static BatchResults of(InputStream in, LineDecoder.Source lines, ResultsOptions options) {
    ToLongFunction<String> order = SortedResults.order(options);
    return new ResultStream(inOrder(new LocalResults(in, lines, options), order), null);
  }

  private static ResultReader inOrder(ResultReader reader, @Nullable ToLongFunction<String> order) {
    return order == null ? reader : new SortedResults(reader, order, PrivateFile.TEMPORARY);
  }

  @Override
  public Iterator<BatchResult> iterator() {
    begin();
    return new Pass();
  }

  @Override
  public long saveTo(Path file) {
    begin();
    try (PrivateFile saved = PrivateFile.nextTo(file)) {
      long lines = 0;
      for (BatchResult result = read(saved); result != null; result = read(saved)) {
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
          "Results can be read once, and this pass has begun; call results() again");
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("These results are closed; call results() again");
    }
  }

  private @Nullable BatchResult read(LineSink sink) {
    requireOpen();
    try {
      BatchResult result = reader.next(sink);
      if (ended != null && result != null) {
        summary.add(result);
      } else if (ended != null) {
        ended.accept(summary);
        ended = null;
      }
      return result;
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
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
      return result;
    }
  }
}
