package io.batchwright.sandbox.internal.openai;

import java.util.Locale;

/** The phase of a batch. */
enum Phase {
  VALIDATING,
  IN_PROGRESS,
  FINALIZING,
  COMPLETED,
  FAILED,
  EXPIRED,
  CANCELLING,
  CANCELLED;

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a batch in this phase has ended with results. */
  boolean hasResults() {
    return this == COMPLETED || this == EXPIRED || this == CANCELLED;
  }
}
