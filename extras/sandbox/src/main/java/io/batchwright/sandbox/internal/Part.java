package io.batchwright.sandbox.internal;

/** Which lines of a batch's results stand together. */
public enum Part {
  ALL,
  SUCCEEDED,
  REST;

  boolean has(Outcome outcome) {
    return this == ALL || (this == SUCCEEDED) == (outcome == Outcome.SUCCEEDED);
  }
}
