package io.batchwright.sandbox.internal;

/** Which lines of a batch's results are in one file. */
public enum Part {
  ALL,
  /** Requests that ran or were cancelled, but not expired ones. */
  UNEXPIRED,
  SUCCEEDED,
  REST;

  boolean has(Outcome outcome) {
    return switch (this) {
      case ALL -> true;
      case UNEXPIRED -> outcome != Outcome.EXPIRED;
      case SUCCEEDED -> outcome == Outcome.SUCCEEDED;
      case REST -> outcome != Outcome.SUCCEEDED;
    };
  }
}
