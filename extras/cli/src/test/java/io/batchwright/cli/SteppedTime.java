package io.batchwright.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that stands still, at the time of the test's begin, until it is told to run; then each
 * look at it costs a minute.
 */
final class SteppedTime implements InstantSource {
  private Instant now = Instant.now();
  private Duration step = Duration.ZERO;

  @Override
  public synchronized Instant instant() {
    now = now.plus(step);
    return now;
  }

  synchronized void run() {
    step = Duration.ofMinutes(1);
  }

  synchronized void stop() {
    step = Duration.ZERO;
  }
}
