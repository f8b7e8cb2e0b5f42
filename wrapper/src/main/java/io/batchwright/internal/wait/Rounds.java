package io.batchwright.internal.wait;

import io.batchwright.BatchRef;
import io.batchwright.BatchStatus;
import io.batchwright.ListOptions;
import io.batchwright.RateLimitedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the batches that are due, or are in a moment, in rounds: several through the list as
 * long as that takes fewer calls, and what is left one by one. Thread-safe.
 *
 * <p>A page answers all waits for the batches on it, also those that are not due yet, so that all
 * of them fall due together again. The list is read if it has no more pages than batches are due,
 * as far as is known from the last time, and no further than to the oldest batch that is waited for
 * or a page without one: that is the one call that may be wasted.
 */
final class Rounds {
  /** So few waits are not held up to be asked for together. */
  private static final int FEW = 10;

  /** The time between two rounds of many waits. */
  private static final Duration GAP = Duration.ofSeconds(1);

  /**
   * How long no list is read after one that failed, or had none of the batches, unless more are
   * waited for.
   */
  private static final Duration REST = Duration.ofMinutes(5);

  /** How long nothing is asked if the provider wants fewer calls, and does not say for how long. */
  private static final Duration QUIET = Duration.ofSeconds(10);

  private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

  private final Clock timer;
  private final StatusSource provider;
  private final Collection<Watch> waits;
  private final Set<Watch> due = new LinkedHashSet<>();
  private boolean planned;
  private boolean listing;
  private long nextRound;
  private volatile long quietUntil;
  private long listsAgain;

  /** How many waits there were before the list was read that had none of their batches. */
  private int restsFor = Integer.MAX_VALUE;

  /** How many pages the list has that are worth reading, as far as that is known. */
  private int length = 1;

  /**
   * Makes rounds that begin when something is due.
   *
   * @param waits all waits, at any time
   */
  Rounds(Clock timer, StatusSource provider, Collection<Watch> waits) {
    this.timer = timer;
    this.provider = provider;
    this.waits = waits;
    this.nextRound = timer.nanos();
    this.quietUntil = nextRound;
    this.listsAgain = nextRound;
  }

  /** Has a wait's batch asked for in the next round. */
  void due(Watch watch) {
    long delay;
    synchronized (this) {
      due.add(watch);
      if (planned) {
        return;
      }
      planned = true;
      delay = Math.max(nextRound, quietUntil) - timer.nanos();
    }
    plan(delay);
  }

  private void plan(long delay) {
    try {
      if (delay <= 0) {
        timer.workers().execute(this::round);
      } else {
        Runnable unused = timer.schedule(Duration.ofNanos(delay), () -> plan(0));
      }
    } catch (RejectedExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "The client was closed before a round");
    }
  }

  /**
   * Keeps all waits from asking, since the provider wants fewer calls of anyone.
   *
   * @param hint for how long it wants that, or null if it does not say
   */
  synchronized void beQuiet(@Nullable Duration hint) {
    Duration asked = hint == null ? QUIET : hint;
    Duration pause = asked.compareTo(GAP) < 0 ? GAP : asked;
    quietUntil = Math.max(quietUntil, timer.nanos() + pause.toNanos());
  }

  private boolean isQuiet() {
    return quietUntil > timer.nanos();
  }

  private void round() {
    if (isQuiet()) {
      plan(quietUntil - timer.nanos());
      return;
    }
    if (isHeldUp()) {
      plan(GAP.toNanos());
      return;
    }
    Map<Watch, Integer> asked = new LinkedHashMap<>();
    boolean lists;
    synchronized (this) {
      planned = false;
      waits.stream().filter(watch -> watch.isDueSoon(timer.nanos())).forEach(due::add);
      due.retainAll(waits);
      due.forEach(watch -> asked.put(watch, watch.takeTurn()));
      due.clear();
      boolean pays = asked.size() > 1 && asked.size() >= length;
      lists = pays && !listing && (listsAgain <= timer.nanos() || hasGrown());
      listing |= lists;
      nextRound = timer.nanos() + (waits.size() > FEW ? GAP.toNanos() : 0);
    }
    try {
      if (lists) {
        list(asked.size());
      }
    } finally {
      asked.forEach((watch, turn) -> work(() -> askFor(watch, turn)));
    }
  }

  /** Says whether many are due that the list may answer, which is just being read. */
  private synchronized boolean isHeldUp() {
    return listing && due.size() > FEW;
  }

  private void work(Runnable task) {
    try {
      timer.workers().execute(task);
    } catch (RejectedExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "The client was closed during a round");
    }
  }

  private void askFor(Watch watch, int turn) {
    if (!isQuiet()) {
      watch.ask(turn);
    } else if (watch.hasTurn(turn)) {
      due(watch);
    }
  }

  /**
   * Answers waits from the list.
   *
   * @param most how many pages it may take
   */
  private void list(int most) {
    int looked = waits.size();
    try {
      Map<BatchRef, List<Watch>> all = waits.stream().collect(Collectors.groupingBy(Watch::ref));
      Instant oldest = oldest();
      String cursor = null;
      for (int pages = 1; ; pages++) {
        BatchPage page = provider.list(ListOptions.ALL, cursor);
        boolean last = page.next() == null || page.next().equals(cursor);
        cursor = page.next();
        boolean any = answer(page, all);
        if (!any && pages == 1) {
          rest(looked);
          return;
        }
        boolean enough = last || !any || all.isEmpty() || endsBefore(oldest, page);
        if (enough || pages == most) {
          learn(enough ? pages : pages + 1);
          return;
        }
      }
    } catch (RateLimitedException e) {
      beQuiet(e.retryAfter());
      passOneRound();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "The list of batches could not be read", e);
      rest(looked);
    } finally {
      stopListing();
    }
  }

  private synchronized void forget(List<Watch> answered) {
    answered.forEach(due::remove);
  }

  private synchronized void stopListing() {
    listing = false;
  }

  private synchronized void learn(int pages) {
    length = pages;
  }

  /** The list may have a limit of its own, and must not keep the waits from any answer at all. */
  private synchronized void passOneRound() {
    listsAgain = quietUntil + 1;
    restsFor = Integer.MAX_VALUE;
  }

  /** Lets the list be, for as many waits as there were before it was read. */
  private synchronized void rest(int looked) {
    listsAgain = timer.nanos() + REST.toNanos();
    restsFor = looked;
  }

  /**
   * Says whether there are waits that the list was not looked through for: whoever begins with the
   * oldest of many batches waits for none of the first page yet.
   */
  private boolean hasGrown() {
    return waits.size() > restsFor;
  }

  /** Says whether the page has a batch that is still waited for. */
  private boolean answer(BatchPage page, Map<BatchRef, List<Watch>> all) {
    boolean any = false;
    for (BatchStatus status : page.batches()) {
      List<Watch> answered = all.remove(status.ref());
      if (answered != null) {
        any = true;
        forget(answered);
        answered.forEach(watch -> watch.answered(status));
      }
    }
    return any;
  }

  /** Gives when the oldest batch waited for was made; null if that is not known of all. */
  private @Nullable Instant oldest() {
    Instant oldest = provider.listsNewestFirst() ? Instant.MAX : null;
    for (Watch watch : waits) {
      Instant created = watch.createdAt();
      if (oldest == null || created == null) {
        return null;
      }
      oldest = created.isBefore(oldest) ? created : oldest;
    }
    return oldest;
  }

  /** Says whether what follows the page is older than any batch that is looked for. */
  private static boolean endsBefore(@Nullable Instant oldest, BatchPage page) {
    List<BatchStatus> batches = page.batches();
    Instant last = batches.isEmpty() ? null : batches.get(batches.size() - 1).createdAt();
    return oldest != null && last != null && last.isBefore(oldest);
  }
}
