package io.batchwright.sandbox.internal.gemini;

/** Where a batch is in its life. */
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
