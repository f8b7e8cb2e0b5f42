package io.batchwright;

import java.time.Duration;
import java.util.Objects;

/**
 * How to wait for a batch. Immutable and thread-safe.
 *
 * <pre>{@code
 * AwaitOptions options =
 *     AwaitOptions.within(Duration.ofHours(25))
 *         .withSchedule(PollSchedule.every(Duration.ofMinutes(5)));
 * }</pre>
 */
public final class AwaitOptions {
  private final Duration deadline;
  private final PollSchedule schedule;
  private final Duration maxOutage;

  private AwaitOptions(Duration deadline, PollSchedule schedule, Duration maxOutage) {
    this.deadline = positive("deadline", deadline);
    this.schedule = Objects.requireNonNull(schedule, "schedule");
    this.maxOutage = positive("maxOutage", maxOutage);
  }

  private static Duration positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " must be more than zero: " + value);
    }
    return PollSchedule.atMost(value);
  }

  /**
   * Returns options to wait for at most this long, to poll by {@link PollSchedule#DEFAULT} and to
   * tolerate outages of up to an hour.
   *
   * @throws IllegalArgumentException if the deadline is not positive
   */
  public static AwaitOptions within(Duration deadline) {
    return new AwaitOptions(deadline, PollSchedule.DEFAULT, Duration.ofHours(1));
  }

  /** Returns a copy with another schedule. */
  public AwaitOptions withSchedule(PollSchedule other) {
    return new AwaitOptions(deadline, other, maxOutage);
  }

  /**
   * Returns a copy with another bound on outages.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public AwaitOptions withMaxOutage(Duration other) {
    return new AwaitOptions(deadline, schedule, other);
  }

  /** Returns how long to wait. */
  public Duration deadline() {
    return deadline;
  }

  /** Returns how often to poll. */
  public PollSchedule schedule() {
    return schedule;
  }

  /**
   * Returns how long the provider may be out of reach, without one good response, before the wait
   * ends.
   */
  public Duration maxOutage() {
    return maxOutage;
  }
}
