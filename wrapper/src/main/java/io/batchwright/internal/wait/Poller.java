package io.batchwright.internal.wait;

import io.batchwright.AwaitOptions;
import io.batchwright.BatchException;
import io.batchwright.BatchRef;
import io.batchwright.BatchStatus;
import io.batchwright.ListOptions;
import io.batchwright.RateLimitedException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Polls every batch that a client waits for, in rounds: if several are due, a round reads pages of
 * the list, and then polls one by one those that were not on them. Thread-safe.
 *
 * <p>A page serves every wait for a batch on it, due or not, so that they fall due together again.
 *
 * <p>Locking: {@code this} guards the fields. A wait is {@code idle} until {@link #claim} hands it
 * to one thread, which polls it or applies a page to it, and puts it back by {@link #release}; so
 * no wait is polled twice at once. One list is read at a time; rounds that begin meanwhile poll
 * what it was not begun for, if that is little. No idle wait that is due is forgotten: its entry in
 * the clock plans a round, so does the end of a list for what fell due meanwhile, and so does a
 * poll that a rate limit holds back. The provider, the user's code and the workers are called, and
 * waits end, without the lock; the clock and {@link Pace} may be called with it, as they call
 * nothing back.
 */
public final class Poller implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Poller.class.getName());

  private static final String CLOSED =
      "The client was closed during the wait; the batch runs on; open its ref with another client";

  private final Clock clock;
  private final StatusSource source;
  private final Events events;
  private final Pace pace;
  private final Set<Wait> waits = new HashSet<>();

  /** The waits that no thread has, each with what cancels its entry in the clock. */
  private final Map<Wait, Runnable> idle = new LinkedHashMap<>();

  /** The waits that the last list was begun for and has not served. */
  private Set<Wait> listed = new HashSet<>();

  /** The waits that are not polled alone while a list is read; none if no list is read. */
  private Set<Wait> listing = Set.of();

  private boolean roundPlanned;
  private boolean closed;

  /** Creates a poller, which closes the clock with itself. */
  public Poller(Clock clock, StatusSource source, Events events) {
    this.clock = clock;
    this.source = source;
    this.events = events;
    this.pace = new Pace(clock.nanos());
  }

  /**
   * Begins to wait for a batch, which is polled in the next round.
   *
   * @return the end of the wait; to complete it stops the wait, and what depends on it must not
   *     block
   */
  public CompletableFuture<BatchStatus> await(BatchRef ref, AwaitOptions options) {
    long now = clock.nanos();
    Wait wait = new Wait(ref, options, now);
    synchronized (this) {
      if (closed) {
        return CompletableFuture.failedFuture(new IllegalStateException(CLOSED));
      }
      waits.add(wait);
      idle.put(wait, () -> {});
      Runnable deadline = clock.schedule(options.deadline(), wait::onDeadline);
      CompletableFuture<BatchStatus> unused =
          wait.future.whenComplete((status, error) -> remove(wait, deadline));
    }
    planRound();
    return wait.future;
  }

  /**
   * Polls for the waits for a batch now, or as soon as the provider's hints allow. A poll that is
   * under way is followed by another, since its response may be too old.
   */
  public synchronized void wake(BatchRef ref) {
    long now = clock.nanos();
    for (Wait wait : waits) {
      if (wait.ref.equals(ref)) {
        Runnable entry = idle.get(wait);
        if (entry == null) {
          wait.woken = true;
        } else {
          entry.run();
          idle.put(wait, clock.schedule(wait.wake(now), this::planRound));
        }
      }
    }
  }

  /** Throws if the client was closed. */
  public synchronized void requireOpen() {
    if (closed) {
      throw new IllegalStateException(CLOSED);
    }
  }

  private synchronized void remove(Wait wait, Runnable deadline) {
    deadline.run();
    waits.remove(wait);
    claim(wait);
  }

  private synchronized boolean claim(Wait wait) {
    listed.remove(wait);
    Runnable entry = idle.remove(wait);
    if (entry != null) {
      entry.run();
    }
    return entry != null;
  }

  private synchronized void release(Wait wait, @Nullable Duration pause) {
    if (pause != null && waits.contains(wait)) {
      // The last poll before the deadline cannot wait for a round.
      Runnable last = () -> clock.workers().execute(() -> pollAlone(wait));
      Duration next = wait.woken ? wait.wake(clock.nanos()) : pause;
      wait.woken = false;
      idle.put(wait, clock.schedule(next, wait.isLastPoll() ? last : this::planRound));
    }
  }

  private void planRound() {
    synchronized (this) {
      if (roundPlanned) {
        return;
      }
      roundPlanned = true;
      long delay = pace.delay(clock.nanos());
      if (delay > 0) {
        clock.schedule(Duration.ofNanos(delay), () -> clock.workers().execute(this::round));
        return;
      }
    }
    clock.workers().execute(this::round);
  }

  private void round() {
    Set<Wait> round;
    List<Wait> all;
    synchronized (this) {
      roundPlanned = false;
      long now = clock.nanos();
      round = due(now);
      round.removeAll(listing);
      if (!listing.isEmpty() && round.size() > Pace.FEW) {
        return; // the end of the list plans the next round
      }
      boolean lists = pace.beginRound(listing.isEmpty() ? round.size() : 1, waits.size(), now);
      all = lists ? List.copyOf(waits) : List.of();
      listed = lists ? round : listed;
      listing = lists ? Set.copyOf(waits.size() > Pace.FEW ? all : round) : listing;
    }
    if (!all.isEmpty()) {
      list(all, round.size());
    }
    Set<Wait> left = due(clock.nanos());
    // What fell due during the list may be on a page of the next round.
    boolean more = left.retainAll(round) && !all.isEmpty();
    left.forEach(wait -> clock.workers().execute(() -> pollAlone(wait)));
    if (more) {
      planRound();
    }
  }

  private synchronized Set<Wait> due(long now) {
    Set<Wait> due = new LinkedHashSet<>(idle.keySet());
    due.removeIf(wait -> !wait.isDue(now));
    return due;
  }

  /**
   * Reads pages of the list, and applies them to all waits. Stops at the first page that serves too
   * few waits to be cheaper than to poll them, so that at most one call in a round is wasted.
   */
  private void list(List<Wait> all, int due) {
    Map<BatchRef, List<Wait>> unseen = all.stream().collect(Collectors.groupingBy(w -> w.ref));
    int batches = unseen.size();
    String cursor = null;
    long served;
    try {
      do {
        BatchPage page = source.list(ListOptions.all(), cursor);
        served = serve(page, unseen);
        cursor = page.next();
      } while (cursor != null && unseen.size() > 1 && served * due >= all.size());
      if (unseen.size() < batches) {
        pace.resumeListing(clock.nanos());
      }
    } catch (RateLimitedException e) {
      pace.backOff(e, clock.nanos());
      pace.skipNextListing(clock.nanos());
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.DEBUG, "The list of batches could not be read", e);
    }
    synchronized (this) {
      listing = Set.of();
    }
  }

  private int serve(BatchPage page, Map<BatchRef, List<Wait>> unseen) {
    int served = 0;
    for (BatchStatus status : page.batches()) {
      List<Wait> same = unseen.remove(status.ref());
      if (same != null) {
        served += same.size();
        same.stream().filter(this::claim).forEach(wait -> onStatus(wait, status));
      }
    }
    return served;
  }

  /** Polls a wait unless it is no longer due, or not yet allowed. */
  private void pollAlone(Wait wait) {
    boolean claimed;
    synchronized (this) {
      long now = clock.nanos();
      boolean held = pace.isQuiet(now) && !wait.isLastPoll();
      claimed = !held && wait.isDue(now) && claim(wait);
    }
    if (claimed) {
      poll(wait);
    } else {
      planRound();
    }
  }

  private void poll(Wait wait) {
    try {
      onStatus(wait, source.status(wait.ref));
    } catch (BatchException e) {
      onFailure(wait, e);
    } catch (RuntimeException | Error e) {
      wait.future.completeExceptionally(e);
    }
  }

  private void onStatus(Wait wait, BatchStatus status) {
    events.sendLatest(status.ref(), listener -> listener.polled(status));
    if (status.state().terminal()) {
      events.send(listener -> listener.ended(status));
    }
    release(wait, wait.onStatus(status, clock.nanos()));
  }

  private void onFailure(Wait wait, BatchException error) {
    long now = clock.nanos();
    Duration pause = wait.onFailure(error, now);
    if (!wait.future.isDone()) {
      int failures = wait.patience.failures();
      Duration outage = wait.patience.outage(now);
      events.send(listener -> listener.pollFailed(wait.ref, error, failures, outage));
      if (error instanceof RateLimitedException limited) {
        pace.backOff(limited, now);
      }
      release(wait, pause);
    }
  }

  /** Fails every wait that is left, and closes the clock. */
  @Override
  public void close() {
    List<Wait> left;
    synchronized (this) {
      closed = true;
      left = List.copyOf(waits);
    }
    left.forEach(wait -> wait.future.completeExceptionally(new IllegalStateException(CLOSED)));
    clock.close();
  }
}
