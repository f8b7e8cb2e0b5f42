package io.batchwright.sandbox.internal;

/** How one request of a batch ended. */
public enum Outcome {
  SUCCEEDED,
  ERRORED,
  CANCELLED,
  EXPIRED
}
