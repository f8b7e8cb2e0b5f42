package io.batchwright.internal.wait;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/** Time, and what happens in it: the one seam by which tests make hours pass at once. */
public interface Clock extends Sleeper, AutoCloseable {
  /** Gives the time of day, for what is shown or compared with a provider's times. */
  Instant now();

  /** Gives a count of nanoseconds that only ever grows, for measuring how long something takes. */
  long nanos();

  /**
   * Runs a short task after this long, on the timer's own thread; the handle given keeps it from
   * running.
   */
  Runnable schedule(Duration delay, Runnable task);

  /** Runs tasks that block. */
  Executor workers();

  /** Ends the timer's threads; what was scheduled does not run. */
  @Override
  void close();
}
