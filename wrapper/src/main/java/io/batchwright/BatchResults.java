package io.batchwright;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The results of a batch as one stream, read once, in the order in which the provider delivers them
 * unless {@link ResultsOptions} have another. Must be closed: closing early is cheap and drops the
 * connection. Not thread-safe.
 *
 * <pre>{@code
 * ResultsAudit audit = new ResultsAudit(ids);
 * try (BatchResults results = batch.results()) {
 *   for (BatchResult result : results) {
 *     audit.add(result);
 *     ...
 *   }
 * }
 * }</pre>
 *
 * <p>A dropped connection is resumed after the last line that was delivered: no line is delivered
 * twice and none is lost. A line that cannot be understood is a result of its own, {@link
 * BatchResult.Unreadable}, and not the end.
 */
public interface BatchResults extends Iterable<BatchResult>, AutoCloseable {
  /**
   * Returns the one pass over the results.
   *
   * <p>{@code next} and {@code hasNext} throw {@link TransportException} when the stream broke off
   * and could not be resumed, and {@link ProviderException} when the provider refused to resume it.
   *
   * @throws IllegalStateException if the pass has begun already, or the results are closed
   */
  @Override
  Iterator<BatchResult> iterator();

  /**
   * Returns the one pass over the results as a sequential stream; closing the stream closes them.
   *
   * @throws IllegalStateException as {@link #iterator}
   */
  default Stream<BatchResult> stream() {
    return StreamSupport.stream(spliterator(), false).onClose(this::close);
  }

  /**
   * Reads to the end and keeps the lines as they were received, for the provider's {@code
   * readResults(Path)}.
   *
   * <p>The file appears whole or not at all: it is written in the same folder and renamed. This is
   * the one pass over the results. If the provider no longer has one of several files of results,
   * the lines of the others are kept.
   *
   * @return how many lines were kept
   * @throws java.io.UncheckedIOException if the file cannot be written
   * @throws IllegalStateException as {@link #iterator}
   */
  long saveTo(Path file);

  /** Ends the reading and frees the connection; does nothing the second time. */
  @Override
  void close();
}
