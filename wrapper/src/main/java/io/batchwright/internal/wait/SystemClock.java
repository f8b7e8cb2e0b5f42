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
    workers = daemons(WORKERS, name + "-poll");
  }

  /** Returns an executor of daemons that start when they are needed, and end when they are not. */
  static ThreadPoolExecutor daemons(int threads, String name) {
    BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(threads, threads, 5, TimeUnit.SECONDS, queue, daemons(name));
    pool.setRejectedExecutionHandler(new DiscardPolicy());
    pool.allowCoreThreadTimeOut(true);
    return pool;
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
