package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Counts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A batch at one instant.
 *
 * @param endedAt when it ended, or null while it has not
 */
record Snapshot(Job job, @Nullable Instant endedAt, State state, Counts counts) {

  int total() {
    return pending() + succeeded() + failed();
  }

  /** What expired stays pending, and so does what was cancelled before anything ran. */
  int pending() {
    int left = counts.processing() + counts.expired();
    return state == State.CANCELLED ? left + counts.cancelled() : left;
  }

  int succeeded() {
    return counts.succeeded();
  }

  int failed() {
    return state == State.CANCELLED ? counts.errored() : counts.errored() + counts.cancelled();
  }

  /** Whether there are results, which an expired batch may have as well. */
  boolean hasResults() {
    return endedAt != null && state != State.CANCELLED && succeeded() + failed() > 0;
  }
}
