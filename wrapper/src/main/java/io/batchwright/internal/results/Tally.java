package io.batchwright.internal.results;

import io.batchwright.BatchResult;
import io.batchwright.ResultsSummary;
import io.batchwright.Usage;

/** Counts results by outcome, and their tokens. */
final class Tally implements ResultsSummary, ResultObserver {
  private long succeeded;
  private long errored;
  private long cancelled;
  private long expired;
  private long unreadable;
  private Usage usage = Usage.NONE;
  private boolean complete;

  @Override
  public synchronized void observe(BatchResult result) {
    if (result instanceof BatchResult.Succeeded answered) {
      succeeded++;
      Usage used = answered.body().usage();
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

  @Override
  public synchronized void end() {
    complete = true;
  }

  @Override
  public synchronized boolean complete() {
    return complete;
  }

  @Override
  public synchronized long total() {
    return succeeded + errored + cancelled + expired + unreadable;
  }

  @Override
  public synchronized long succeeded() {
    return succeeded;
  }

  @Override
  public synchronized long errored() {
    return errored;
  }

  @Override
  public synchronized long cancelled() {
    return cancelled;
  }

  @Override
  public synchronized long expired() {
    return expired;
  }

  @Override
  public synchronized long unreadable() {
    return unreadable;
  }

  @Override
  public synchronized Usage usage() {
    return usage;
  }

  @Override
  public synchronized String toString() {
    return total()
        + (complete ? " results: " : " results so far: ")
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
