package io.batchwright.benchmarks.probe;

import com.google.gson.JsonObject;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Measures this process since its own construction: the time, the CPU time of all threads
 * (including the compiler's and the garbage collector's), and the allocations of threads that are
 * alive at the end. Not thread-safe.
 */
final class Meter {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  private final Map<Long, Long> allocated = allocations();
  private final long cpu = SYSTEM.getProcessCpuTime();
  private final long start = System.nanoTime();

  /** Returns the measurements so far. */
  JsonObject figures() throws IOException {
    long wall = System.nanoTime() - start;
    JsonObject figures = new JsonObject();
    figures.addProperty("wallNanos", wall);
    figures.addProperty("cpuNanos", SYSTEM.getProcessCpuTime() - cpu);
    figures.addProperty("allocatedBytes", allocatedSince());
    figures.addProperty("peakRssBytes", peakRss());
    return figures;
  }

  private long allocatedSince() {
    return allocations().entrySet().stream()
        .mapToLong(thread -> thread.getValue() - allocated.getOrDefault(thread.getKey(), 0L))
        .sum();
  }

  private static Map<Long, Long> allocations() {
    long[] ids = THREADS.getAllThreadIds();
    long[] bytes = THREADS.getThreadAllocatedBytes(ids);
    Map<Long, Long> all = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      // A thread that has ended meanwhile reports -1.
      all.put(ids[i], Math.max(0, bytes[i]));
    }
    return all;
  }

  /** The peak memory of the process, which the kernel reports in kilobytes. */
  static long peakRss() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
        .findFirst()
        .orElseThrow();
  }
}
