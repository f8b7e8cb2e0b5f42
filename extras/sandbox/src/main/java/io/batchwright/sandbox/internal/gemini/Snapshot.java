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

  /** Expired requests stay pending, as do requests that were cancelled before they ran. */
  int pending() {
    if (state == State.FAILED) return 0;
    int left = counts.processing() + counts.expired();
    return state == State.CANCELLED ? left + counts.cancelled() : left;
  }

  int succeeded() {
    return counts.succeeded();
  }

  /** That all requests of a failed batch count as failed is unverified. */
  int failed() {
    return switch (state) {
      case CANCELLED -> counts.errored();
      case FAILED -> counts.errored() + counts.expired();
      default -> counts.errored() + counts.cancelled();
    };
  }

  /** Whether there are results, which is possible even for an expired batch. */
  boolean hasResults() {
    boolean empty = state == State.CANCELLED || state == State.FAILED;
    return endedAt != null && !empty && succeeded() + failed() > 0;
  }
}
