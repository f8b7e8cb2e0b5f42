package io.batchwright.internal.wait;

import java.time.Duration;

/** Blocks the calling thread. */
@FunctionalInterface
public interface Sleeper {
  /** Blocks for this long. */
  void sleep(Duration duration) throws InterruptedException;
}
