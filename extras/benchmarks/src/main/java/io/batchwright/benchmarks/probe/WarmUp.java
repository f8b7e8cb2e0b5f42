package io.batchwright.benchmarks.probe;

import java.time.Duration;

/** Repeats a smaller task of the same kind until the JIT compiler is done. */
final class WarmUp {
  private WarmUp() {}

  /** The task. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  /** Repeats it for at least the count and the time in the arguments. */
  static void run(Arguments arguments, Work work) throws Exception {
    long least = Duration.ofSeconds(arguments.number("warmSeconds")).toNanos();
    long began = System.nanoTime();
    for (int i = 0; i < arguments.number("warmups") || System.nanoTime() - began < least; i++) {
      work.run();
    }
  }
}
