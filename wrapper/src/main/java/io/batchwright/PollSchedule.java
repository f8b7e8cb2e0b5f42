package io.batchwright;

import java.time.Duration;

/**
 * How long to wait between two polls: from {@code first}, growing by half each time, up to {@code
 * most}, more or less the jitter. A longer pause that the provider wants is honored. Immutable and
 * thread-safe.
 *
 * @param first the first pause, more than zero
 * @param most the longest pause, at least {@code first}
 * @param jitter the part by which a pause may be shorter or longer, from 0 to 0.5
 */
public record PollSchedule(Duration first, Duration most, double jitter) {
  private static final Duration FOREVER = Duration.ofDays(36_500);

  /** From 10 to 60 seconds, with a fifth of jitter. */
  public static final PollSchedule DEFAULT =
      new PollSchedule(Duration.ofSeconds(10), Duration.ofSeconds(60), 0.2);

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public PollSchedule {
    first = atMost(first);
    most = atMost(most);
    if (first.isNegative() || first.isZero()) {
      throw new IllegalArgumentException("first must be more than zero: " + first);
    }
    if (most.compareTo(first) < 0) {
      throw new IllegalArgumentException("most must be at least first: " + most + " < " + first);
    }
    if (!(jitter >= 0 && jitter <= 0.5)) {
      throw new IllegalArgumentException("jitter must be from 0 to 0.5: " + jitter);
    }
  }

  /** Returns the duration, or a hundred years if it is longer than a clock can count. */
  static Duration atMost(Duration duration) {
    return duration.compareTo(FOREVER) < 0 ? duration : FOREVER;
  }

  /** Returns a schedule of one pause, without jitter. */
  public static PollSchedule every(Duration pause) {
    return new PollSchedule(pause, pause, 0);
  }
}
