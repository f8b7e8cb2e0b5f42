package io.batchwright.benchmarks.server;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The CPU time of threads. */
final class Cpu {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Cpu() {}

  static long ofThisThread() {
    return THREADS.getCurrentThreadCpuTime();
  }
}
