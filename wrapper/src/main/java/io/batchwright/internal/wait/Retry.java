package io.batchwright.internal.wait;

import io.batchwright.BatchException;
import io.batchwright.ErrorKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Paces the attempts at a call that failed and may succeed a moment later. Not thread-safe.
 *
 * <p>Whether a failure is worth another attempt is the caller's decision; how many there are, and
 * how far apart, is decided here.
 */
public final class Retry {
  private static final List<Duration> TRANSFER =
      Stream.of(1, 2, 4, 8, 16).map(Duration::ofSeconds).toList();

  private static final List<Duration> MISSING = Stream.of(2, 2).map(Duration::ofSeconds).toList();

  private final Sleeper sleeper;
  private final List<Duration> pauses;
  private final boolean hinted;
  private int attempts;

  private Retry(Sleeper sleeper, List<Duration> pauses, boolean hinted) {
    this.sleeper = sleeper;
    this.pauses = pauses;
    this.hinted = hinted;
  }

  /**
   * Returns the pace of a transfer that makes no progress: 1, 2, 4, 8 and 16 seconds, or longer
   * where the provider's retry-after is longer.
   */
  public static Retry ofTransfer(Sleeper sleeper) {
    return new Retry(sleeper, TRANSFER, true);
  }

  /** Returns the pace for results that are "not found" for a moment: 2 seconds, twice. */
  public static Retry ofMissingResults(Sleeper sleeper) {
    return new Retry(sleeper, MISSING, false);
  }

  /**
   * Returns whether a failure may be followed by another attempt of the library's own; one that the
   * account's owner has to mend never is.
   */
  public static boolean allowedAfter(BatchException error) {
    return error.retryable() && error.kind() != ErrorKind.QUOTA;
  }

  /** Whether all attempts were made. */
  public boolean exhausted() {
    return attempts == pauses.size();
  }

  /** Waits before the next attempt. */
  public void pause(BatchException error) throws InterruptedException {
    Duration pause = pauses.get(attempts++);
    Duration hint = hinted ? Patience.hint(error) : null;
    sleeper.sleep(hint != null && hint.compareTo(pause) > 0 ? hint : pause);
  }

  /** Starts over, after progress. */
  public void reset() {
    attempts = 0;
  }
}
