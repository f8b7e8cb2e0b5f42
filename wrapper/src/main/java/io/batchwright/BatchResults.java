package io.batchwright;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;

/**
 * The results of a batch as one stream, read once, in the order the provider gives them unless
 * another is asked for.
 *
 * <p>A dropped connection is taken up again behind the last line delivered: no line comes twice and
 * none is lost. A line that cannot be understood is a result of its own, {@link
 * BatchResult.Unreadable}, and not the end. Not thread-safe.
 *
 * <h2>Must be closed</h2>
 *
 * Closing early is cheap and drops the connection. {@link #audit} and {@link #summary} are asked
 * for before the loop and are complete at its end.
 */
public interface BatchResults extends Iterable<BatchResult>, AutoCloseable {
  /**
   * Gives the one pass over the results.
   *
   * <p>{@code next} and {@code hasNext} throw {@link TransportException} when the stream broke off
   * and could not be taken up again, and {@link ProviderException} when the provider refused to.
   *
   * @throws IllegalStateException if the pass was already begun, or the results are closed
   */
  @Override
  Iterator<BatchResult> iterator();

  /**
   * Compares what is read with the requests that were sent; to be asked for before the reading, and
   * complete after its end.
   *
   * @param expectedIds the custom ids of the requests
   * @throws IllegalStateException if the pass was already begun
   */
  ResultsAudit audit(Collection<String> expectedIds);

  /**
   * Counts what is read.
   *
   * @throws IllegalStateException if the pass was already begun
   */
  ResultsSummary summary();

  /**
   * Reads to the end and keeps the lines as they came, for the provider's {@code
   * readResults(Path)}.
   *
   * <p>The file appears whole or not at all: it is written beside its place and moved there. This
   * is the one pass over the results. If the provider no longer has one of several files of
   * results, the lines of the others are kept; a {@link #summary} that was asked for before counts
   * an unreadable result then, and an {@link #audit} what is missing.
   *
   * @return how many lines were kept
   * @throws java.io.UncheckedIOException if the file cannot be written
   * @throws IllegalStateException if the pass was already begun
   */
  long saveTo(Path file);

  /**
   * Says whether the provider gave no result an id, so that every custom id is a position among the
   * results, from "0"; known once the first result was read.
   *
   * <p>Whether positions are those of the requests is the provider's promise alone (Gemini's, whose
   * users have seen it broken); an {@link #audit} with the ids that were sent will not be clean.
   */
  boolean idsArePositions();

  /**
   * Has these results come in the order of their custom ids as numbers: "10" after "9".
   *
   * <p>Ids of 1 to 18 digits are numbers; if any id is something else, the results come as they are
   * delivered. Equal ones keep their order, and those without an id come last.
   *
   * <p>The pass then reads to the end before it gives the first result. Meanwhile the lines are in
   * a temporary file, which only its owner can read and which is gone at the end; memory holds a
   * few bytes for each. {@code hasNext}, {@code next} and {@code saveTo} throw {@link
   * java.io.UncheckedIOException} if that file cannot be written or read.
   *
   * @return these results
   * @throws IllegalStateException if the pass was already begun, or the results are closed
   */
  BatchResults byNumericKey();

  /**
   * Has these results come in the order of some ids, those of the requests for example; otherwise
   * as {@link #byNumericKey} does, in whose place this comes.
   *
   * <p>Results with other ids come after them as they are delivered, then those without an id. Ids
   * that have no result are passed over; an {@link #audit} names them.
   *
   * @param customIds the ids, looked through once and not kept; of one that is there twice the
   *     first place counts
   * @return these results
   * @throws NullPointerException if one of the ids is null
   * @throws IllegalStateException if the pass was already begun, or the results are closed
   */
  BatchResults inOrderOf(Collection<String> customIds);

  /** Ends the reading and frees the connection; does nothing the second time. */
  @Override
  void close();
}
