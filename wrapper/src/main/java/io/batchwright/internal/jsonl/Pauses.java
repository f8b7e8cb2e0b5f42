package io.batchwright.internal.jsonl;

import io.batchwright.BatchException;
import io.batchwright.ProviderException;
import java.time.Duration;

/**
 * How often and after what pauses a stream that brings nothing new is tried again: 1, 2, 4, 8 and
 * 16 seconds.
 */
final class Pauses {
  static final int TRIES = 5;

  private static final Duration FIRST = Duration.ofSeconds(1);

  /** Holds the thread. */
  @FunctionalInterface
  interface Sleep {
    void sleep(Duration duration) throws InterruptedException;
  }

  private final Sleep sleep;
  private int tries;

  Pauses(Sleep sleep) {
    this.sleep = sleep;
  }

  boolean exhausted() {
    return tries == TRIES;
  }

  /** Waits before the next try, longer if the provider asks for it. */
  void next(BatchException error) throws InterruptedException {
    Duration pause = FIRST.multipliedBy(1L << tries++);
    Duration asked = error instanceof ProviderException refused ? refused.retryAfter() : null;
    sleep.sleep(asked != null && asked.compareTo(pause) > 0 ? asked : pause);
  }

  /** Starts over, after something new came. */
  void reset() {
    tries = 0;
  }
}
