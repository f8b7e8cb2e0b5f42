package io.batchwright.internal.wait;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/**
 * Real time, on one scheduling thread and a few workers, all of them daemons that start when they
 * are needed.
 */
public final class SystemClock implements Clock {
  private static final int WORKERS = 4;

  private final ScheduledThreadPoolExecutor scheduler;
  private final ThreadPoolExecutor workers;

  /** Creates a clock whose threads have names that begin with this one. */
  public SystemClock(String name) {
    scheduler = new ScheduledThreadPoolExecutor(1, daemons(name + "-timer"), new DiscardPolicy());
    scheduler.setRemoveOnCancelPolicy(true);
    BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    workers = new ThreadPoolExecutor(WORKERS, WORKERS, 5, TimeUnit.SECONDS, queue);
    workers.setThreadFactory(daemons(name + "-poll"));
    workers.setRejectedExecutionHandler(new DiscardPolicy());
    workers.allowCoreThreadTimeOut(true);
  }

  private static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(duration.toNanos());
  }

  @Override
  public Runnable schedule(Duration delay, Runnable task) {
    Future<?> entry = scheduler.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> entry.cancel(false);
  }

  @Override
  public Executor workers() {
    return workers;
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
    workers.shutdownNow();
  }
}
