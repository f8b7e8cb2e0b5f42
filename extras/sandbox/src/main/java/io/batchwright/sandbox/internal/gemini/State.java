package io.batchwright.sandbox.internal.gemini;

/** The state of a batch. */
enum State {
  PENDING,
  RUNNING,
  SUCCEEDED,
  FAILED,
  CANCELLED,
  EXPIRED;

  String wire() {
    return "BATCH_STATE_" + name();
  }
}
