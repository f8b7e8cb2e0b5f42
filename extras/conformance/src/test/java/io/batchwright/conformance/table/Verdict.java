package io.batchwright.conformance.table;

import java.util.Locale;

/** How a step went. The later ones outweigh the earlier. */
enum Verdict {
  /** The SDK has nothing for it, and neither has the provider. */
  NONE,
  OK,
  FAILED;

  String word() {
    return this == NONE ? "-" : name().toLowerCase(Locale.ROOT);
  }

  Verdict and(Verdict other) {
    return compareTo(other) < 0 ? other : this;
  }
}
