package io.batchwright.internal.wait;

import io.batchwright.AwaitOptions;
import io.batchwright.BatchException;
import io.batchwright.ErrorKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Paces the attempts at a call that failed and may succeed later. Not thread-safe.
 *
 * <p>How many attempts there are, and how far apart, is decided here.
 */
public final class Retry {
  private static final List<Duration> TRANSFER =
      Stream.of(1, 2, 4, 8, 16).map(Duration::ofSeconds).toList();

  private static final List<Duration> OPENING =
      Stream.of(2, 2, 5, 10, 20, 30, 60).map(Duration::ofSeconds).toList();

  private final Clock clock;
  private final List<Duration> pauses;
  private final @Nullable Duration maxOutage;
  private @Nullable Patience patience;
  private int attempts;

  private Retry(Clock clock, List<Duration> pauses, @Nullable Duration maxOutage) {
    this.clock = clock;
    this.pauses = pauses;
    this.maxOutage = maxOutage;
    reset();
  }

  /**
   * Returns the pace of a transfer that makes no progress: 1, 2, 4, 8 and 16 seconds, or longer
   * where the provider's retry-after is longer.
   */
  public static Retry ofTransfer(Clock clock) {
    return new Retry(clock, TRANSFER, null);
  }

  /**
   * Returns the pace of opening results, with the patience of a poll: after "not found" for a
   * minute, after what else may pass for an hour.
   */
  public static Retry ofOpening(Clock clock) {
    return new Retry(clock, OPENING, AwaitOptions.within(Duration.ofHours(1)).maxOutage());
  }

  /**
   * Returns whether a failure may be followed by another attempt of the library's own; one that the
   * account's owner has to mend never is.
   */
  public static boolean allowedAfter(BatchException error) {
    return error.retryable() && error.kind() != ErrorKind.QUOTA;
  }

  /** Records a failure, and returns whether another attempt may follow it. */
  public boolean allows(BatchException error) {
    return patience == null
        ? !exhausted() && allowedAfter(error)
        : patience.tolerates(error, clock.nanos());
  }

  /** Whether all attempts of a transfer were made. */
  public boolean exhausted() {
    return attempts == pauses.size();
  }

  /** Waits before the next attempt. */
  public void pause(BatchException error) throws InterruptedException {
    Duration pause = pauses.get(Math.min(attempts++, pauses.size() - 1));
    Duration hint = Patience.hint(error);
    clock.sleep(hint != null && hint.compareTo(pause) > 0 ? hint : pause);
  }

  /** Starts over, after progress. */
  public void reset() {
    attempts = 0;
    patience = maxOutage == null ? null : new Patience(maxOutage);
  }
}
