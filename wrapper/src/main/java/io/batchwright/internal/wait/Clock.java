package io.batchwright.internal.wait;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/** Time, and what happens in it: the one seam by which tests make hours pass at once. */
public interface Clock extends AutoCloseable {
  /** Returns the time of day, for what is shown or compared with a provider's times. */
  Instant now();

  /**
   * Returns a count of nanoseconds that only ever grows, for measuring how long something takes.
   */
  long nanos();

  /** Blocks the calling thread for this long. */
  void sleep(Duration duration) throws InterruptedException;

  /**
   * Runs a short task after this long, on the clock's own thread.
   *
   * @return what cancels it
   */
  Runnable schedule(Duration delay, Runnable task);

  /** Returns what runs tasks that block. */
  Executor workers();

  /** Ends the threads; what was scheduled, or is from now on, does not run. */
  @Override
  void close();
}
