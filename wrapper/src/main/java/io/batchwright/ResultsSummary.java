package io.batchwright;

/**
 * What the results hold, counted while they are read. Thread-safe; figures grow until {@link
 * #complete()}.
 *
 * <p>Counting tokens decodes each answer's usage, which costs time; ask for a summary only when it
 * is wanted.
 */
public interface ResultsSummary {
  /** Says whether the results were read to their end. */
  boolean complete();

  /** Lines read so far, of every kind. */
  long total();

  /** Requests answered. */
  long succeeded();

  /** Requests that failed. */
  long errored();

  /** Requests that a cancel kept from running. */
  long cancelled();

  /** Requests that did not run in time. */
  long expired();

  /** Lines that could not be understood. */
  long unreadable();

  /** Tokens of all answers. */
  Usage usage();
}
