package io.batchwright.conformance.table;

import java.util.Locale;

/** The outcome of a step. Later constants take precedence over earlier ones. */
enum Verdict {
  /** Neither the SDK nor its provider supports it. */
  NONE,
  OK,
  FAILED;

  String label() {
    return this == NONE ? "-" : name().toLowerCase(Locale.ROOT);
  }

  Verdict and(Verdict other) {
    return compareTo(other) < 0 ? other : this;
  }
}
