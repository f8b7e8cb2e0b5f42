package io.batchwright.cli;

import io.batchwright.BatchRef;
import org.jspecify.annotations.Nullable;

/**
 * What a command tells its user when it breaks off.
 *
 * @param ref the batch it was about, or null if there is none yet
 * @param text what to do, in one or more lines; "" if there is nothing to add
 */
record Advice(@Nullable BatchRef ref, String text) {
  static final Advice NONE = new Advice(null, "");
}
