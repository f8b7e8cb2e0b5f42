package io.batchwright.sandbox.internal;

/** Which lines of a batch's results stand together. */
public enum Part {
  ALL,
  /** What ran or was cancelled: all but what expired. */
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
