package io.batchwright;

import java.time.Duration;
import java.util.Objects;

/**
 * How to wait for a batch. Immutable and thread-safe.
 *
 * @param deadline how long to wait at the most
 * @param schedule how often to ask
 * @param maxOutage how long the provider may be out of reach, without one good answer, before the
 *     wait gives up
 */
public record AwaitOptions(Duration deadline, PollSchedule schedule, Duration maxOutage) {
  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the deadline or the outage is not positive
   */
  public AwaitOptions {
    Objects.requireNonNull(schedule, "schedule");
    deadline = PollSchedule.atMost(deadline);
    maxOutage = PollSchedule.atMost(maxOutage);
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("deadline must be more than zero: " + deadline);
    }
    if (maxOutage.isNegative() || maxOutage.isZero()) {
      throw new IllegalArgumentException("maxOutage must be more than zero: " + maxOutage);
    }
  }

  /**
   * Waits for at most this long, asking by {@link PollSchedule#DEFAULT} and bearing outages of up
   * to an hour.
   */
  public static AwaitOptions within(Duration deadline) {
    return new AwaitOptions(deadline, PollSchedule.DEFAULT, Duration.ofHours(1));
  }

  /** Gives the same options with another schedule. */
  public AwaitOptions schedule(PollSchedule other) {
    return new AwaitOptions(deadline, other, maxOutage);
  }

  /** Gives the same options with another bound on outages. */
  public AwaitOptions maxOutage(Duration other) {
    return new AwaitOptions(deadline, schedule, other);
  }
}
