package io.batchwright.internal.wait;

import io.batchwright.BatchException;
import io.batchwright.ProviderException;
import java.time.Duration;

/**
 * How often and after what pauses a transfer that makes no progress is tried again: 1, 2, 4, 8 and
 * 16 seconds. Not thread-safe.
 */
public final class Pauses {
  /** How many there are. */
  public static final int TRIES = 5;

  private static final Duration FIRST = Duration.ofSeconds(1);

  /** Holds the thread. */
  @FunctionalInterface
  public interface Sleep {
    /** Holds the thread for this long. */
    void sleep(Duration duration) throws InterruptedException;
  }

  private final Sleep sleep;
  private int tries;

  /** Makes a count of tries of which none was used. */
  public Pauses(Sleep sleep) {
    this.sleep = sleep;
  }

  /** Says whether all tries were used. */
  public boolean exhausted() {
    return tries == TRIES;
  }

  /** Waits before the next try, longer if the provider asks for it. */
  public void next(BatchException error) throws InterruptedException {
    Duration pause = FIRST.multipliedBy(1L << tries++);
    Duration asked = error instanceof ProviderException refused ? refused.retryAfter() : null;
    sleep.sleep(asked != null && asked.compareTo(pause) > 0 ? asked : pause);
  }

  /** Starts over, after something new came. */
  public void reset() {
    tries = 0;
  }
}
