package io.batchwright.testing;

import io.batchwright.internal.wait.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Time that advances only when a test says so.
 *
 * <p>Scheduled tasks run on the thread that calls {@link #advance}, in order of time and then of
 * scheduling, with the clock at exactly their time. Workers' tasks run on the thread that submits
 * them or, when a task submits another, after it: a chain of any length needs no stack.
 * Thread-safe.
 */
public final class VirtualClock implements Clock {
  /** When a timer starts. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private record Due(long nanos, long order) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = Long.compare(nanos, other.nanos);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private final TreeMap<Due, Runnable> scheduled = new TreeMap<>();
  private final Queue<Runnable> handedOver = new ArrayDeque<>();
  private final List<Duration> sleeps = new ArrayList<>();
  private long nanos;
  private long order;
  private boolean working;

  @Override
  public synchronized Instant now() {
    return START.plusNanos(nanos);
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  /** Advances time by this much and records it; tasks that become due meanwhile run first. */
  @Override
  public void sleep(Duration duration) throws InterruptedException {
    requireNoInterrupt();
    synchronized (this) {
      sleeps.add(duration);
    }
    advance(duration);
    requireNoInterrupt();
  }

  private static void requireNoInterrupt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  @Override
  public synchronized Runnable schedule(Duration delay, Runnable task) {
    Due due = new Due(nanos + Math.max(0, delay.toNanos()), order++);
    scheduled.put(due, task);
    notifyAll();
    return () -> unschedule(due);
  }

  @Override
  public Executor workers() {
    return this::work;
  }

  @Override
  public synchronized void close() {
    scheduled.clear();
  }

  /**
   * Advances time by this much, and runs all tasks that become due, including those scheduled
   * meanwhile.
   */
  public void advance(Duration duration) {
    long end;
    synchronized (this) {
      end = nanos + duration.toNanos();
    }
    for (Runnable task = nextUntil(end); task != null; task = nextUntil(end)) {
      task.run();
    }
  }

  /** Returns the requested sleeps, in order. */
  public synchronized List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }

  /** Returns the delay until the next scheduled task; null if there is none. */
  public synchronized @Nullable Duration next() {
    return scheduled.isEmpty() ? null : Duration.ofNanos(scheduled.firstKey().nanos() - nanos);
  }

  /** Returns the number of scheduled tasks that have not run yet. */
  public synchronized int pending() {
    return scheduled.size();
  }

  /** Waits until at least this many tasks are scheduled by other threads. */
  public synchronized void awaitPending(int count) throws InterruptedException {
    while (scheduled.size() < count) {
      wait();
    }
  }

  private synchronized void unschedule(Due due) {
    scheduled.remove(due);
  }

  private synchronized @Nullable Runnable nextUntil(long end) {
    if (scheduled.isEmpty() || scheduled.firstKey().nanos() > end) {
      nanos = Math.max(nanos, end);
      return null;
    }
    nanos = Math.max(nanos, scheduled.firstKey().nanos());
    return scheduled.pollFirstEntry().getValue();
  }

  private void work(Runnable task) {
    synchronized (this) {
      handedOver.add(task);
      if (working) {
        return;
      }
      working = true;
    }
    try {
      for (Runnable next = nextWork(); next != null; next = nextWork()) {
        next.run();
      }
    } catch (RuntimeException | Error e) {
      stopWorking();
      throw e;
    }
  }

  private synchronized @Nullable Runnable nextWork() {
    Runnable next = handedOver.poll();
    working = next != null;
    return next;
  }

  private synchronized void stopWorking() {
    working = false;
  }
}
