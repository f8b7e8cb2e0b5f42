package io.batchwright.benchmarks.probe;

import java.time.Duration;

/** Does a smaller thing of the same kind again and again, so that the compiler is done. */
final class WarmUp {
  private WarmUp() {}

  /** What is done. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  /** Does it as often, and as long, as the arguments say. */
  static void run(Arguments arguments, Work work) throws Exception {
    long least = Duration.ofSeconds(arguments.number("warmSeconds")).toNanos();
    long began = System.nanoTime();
    for (int i = 0; i < arguments.number("warmups") || System.nanoTime() - began < least; i++) {
      work.run();
    }
  }
}
