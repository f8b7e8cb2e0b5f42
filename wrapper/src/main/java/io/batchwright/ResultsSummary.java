package io.batchwright;

import java.util.function.BooleanSupplier;

/**
 * Counts results by outcome, and the tokens that they used. Figures grow with each result that is
 * added. Thread-safe.
 *
 * <p>Counting tokens decodes the usage of each response, which costs time; use a summary only where
 * it is wanted.
 */
public final class ResultsSummary {
  private final BooleanSupplier allAdded;
  private long succeeded;
  private long errored;
  private long cancelled;
  private long expired;
  private long unreadable;
  private Usage usage = Usage.NONE;

  /** Creates a summary without results; {@link #add} them. */
  public ResultsSummary() {
    this(() -> true);
  }

  /**
   * Creates a summary that knows whether it is complete.
   *
   * @param allAdded whether all results were added
   */
  public ResultsSummary(BooleanSupplier allAdded) {
    this.allAdded = allAdded;
  }

  /** Adds one result. */
  public synchronized void add(BatchResult result) {
    if (result instanceof BatchResult.Succeeded ok) {
      succeeded++;
      Usage used = ok.body().usage();
      usage = used == null ? usage : usage.plus(used);
    } else if (result instanceof BatchResult.Errored) {
      errored++;
    } else if (result instanceof BatchResult.Cancelled) {
      cancelled++;
    } else if (result instanceof BatchResult.Expired) {
      expired++;
    } else {
      unreadable++;
    }
  }

  /** Returns whether the results were read to their end; always for one that the caller created. */
  public boolean complete() {
    return allAdded.getAsBoolean();
  }

  /** Results of every kind. */
  public synchronized long total() {
    return succeeded + errored + cancelled + expired + unreadable;
  }

  /** Requests that succeeded. */
  public synchronized long succeeded() {
    return succeeded;
  }

  /** Requests that failed. */
  public synchronized long errored() {
    return errored;
  }

  /** Requests that did not run because the batch was cancelled. */
  public synchronized long cancelled() {
    return cancelled;
  }

  /** Requests that did not run in time. */
  public synchronized long expired() {
    return expired;
  }

  /** Lines that could not be understood. */
  public synchronized long unreadable() {
    return unreadable;
  }

  /** Tokens of all requests that succeeded. */
  public synchronized Usage usage() {
    return usage;
  }

  @Override
  public synchronized String toString() {
    return total()
        + (complete() ? " results: " : " results so far: ")
        + succeeded
        + " succeeded, "
        + errored
        + " errored, "
        + cancelled
        + " cancelled, "
        + expired
        + " expired, "
        + unreadable
        + " unreadable";
  }
}
