package io.batchwright.sandbox.internal.gemini;

/** Where a batch is in its life. None of the sandbox's batches fails as a whole. */
enum State {
  PENDING,
  RUNNING,
  SUCCEEDED,
  CANCELLED,
  EXPIRED;

  String wire() {
    return "BATCH_STATE_" + name();
  }
}
