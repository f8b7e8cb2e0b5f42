package io.batchwright.benchmarks.probe;

import com.google.gson.JsonObject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Samples the threads of the process periodically, and its heap once after a garbage collection.
 */
final class Sampler implements AutoCloseable {
  private static final long PAUSE_MILLIS = 250;

  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
  private volatile int libraryThreads;
  private volatile int threadsThatHoldTheProcess;
  private volatile int okHttpThreads;
  private volatile long heapBytes;

  private Sampler() {}

  /** Starts sampling; the heap is sampled after this delay. */
  static Sampler start(Duration untilHeap) {
    Sampler sampler = new Sampler();
    var unused =
        sampler.executor.scheduleAtFixedRate(
            sampler::threads, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    var unusedToo =
        sampler.executor.schedule(sampler::heap, untilHeap.toMillis(), TimeUnit.MILLISECONDS);
    return sampler;
  }

  private void threads() {
    Thread[] all = new Thread[Thread.activeCount() + 100];
    int count = Thread.enumerate(all);
    int library = 0;
    int holding = 0;
    int okHttp = 0;
    for (int i = 0; i < count; i++) {
      boolean ours = all[i].getName().startsWith("batchwright");
      library += ours ? 1 : 0;
      holding += ours && !all[i].isDaemon() ? 1 : 0;
      okHttp += all[i].getName().startsWith("OkHttp") ? 1 : 0;
    }
    libraryThreads = Math.max(libraryThreads, library);
    threadsThatHoldTheProcess = Math.max(threadsThatHoldTheProcess, holding);
    okHttpThreads = Math.max(okHttpThreads, okHttp);
  }

  private void heap() {
    System.gc();
    heapBytes = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Reports the maximum number of threads, and the heap. */
  void addTo(JsonObject figures) {
    figures.addProperty("libraryThreads", libraryThreads);
    figures.addProperty("libraryThreadsNotDaemon", threadsThatHoldTheProcess);
    figures.addProperty("okHttpThreads", okHttpThreads);
    figures.addProperty("heapAfterGcBytes", heapBytes);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
