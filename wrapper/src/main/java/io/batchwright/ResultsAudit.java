package io.batchwright;

import java.util.List;

/**
 * Compares the results with the requests that were sent: exactly one outcome each is expected.
 *
 * <p>Complete once the results were read to their end; before that, every method but {@link
 * #complete()} throws {@link IllegalStateException}. Thread-safe.
 */
public interface ResultsAudit {
  /** Says whether the results were read to their end. */
  boolean complete();

  /** Says whether every expected request has exactly one outcome and nothing else is there. */
  boolean clean();

  /** Expected ids without an outcome, in the order they were given. */
  List<String> missing();

  /** Expected ids with more than one outcome, each named once. */
  List<String> duplicates();

  /** Ids that were not expected, each named once. */
  List<String> unknown();

  /** Lines that name no request that could be made out. */
  long unidentified();
}
