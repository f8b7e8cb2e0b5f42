package io.batchwright.internal.poll;

import io.batchwright.BatchRef;
import io.batchwright.BatchStatus;
import io.batchwright.ListOptions;
import io.batchwright.RateLimitedException;
import io.batchwright.spi.BatchPage;
import io.batchwright.spi.BatchProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** How long no list is read after one that failed, or had none of the batches. */
  private static final Duration REST = Duration.ofMinutes(5);

  /** How long nothing is asked if the provider wants fewer calls, and does not say for how long. */
  private static final Duration QUIET = Duration.ofSeconds(10);

  private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

  private final Timer timer;
  private final BatchProvider provider;
  private final Collection<Watch> waits;
  private final Set<Watch> due = new LinkedHashSet<>();
  private boolean planned;
  private boolean listing;
  private long nextRound;
  private volatile long quietUntil;
  private long listsAgain;

  /** How many pages the list has that are worth reading, as far as that is known. */
  private int length = 1;

  /**
   * Makes rounds that begin when something is due.
   *
   * @param waits all waits, at any time
   */
  Rounds(Timer timer, BatchProvider provider, Collection<Watch> waits) {
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

  /** Keeps all waits from asking for this long, as the provider wants fewer calls of anyone. */
  synchronized void beQuiet(Duration pause) {
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
    Set<Watch> asked;
    boolean lists;
    synchronized (this) {
      planned = false;
      waits.stream().filter(watch -> watch.isDueSoon(timer.nanos())).forEach(due::add);
      asked = new LinkedHashSet<>(due);
      due.clear();
      boolean pays = asked.size() > 1 && asked.size() >= length;
      lists = pays && !listing && listsAgain <= timer.nanos();
      listing |= lists;
      nextRound = timer.nanos() + (waits.size() > FEW ? GAP.toNanos() : 0);
    }
    if (lists) {
      list(asked);
    }
    try {
      asked.forEach(watch -> timer.workers().execute(() -> askFor(watch)));
    } catch (RejectedExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "The client was closed during a round");
    }
  }

  private void askFor(Watch watch) {
    if (isQuiet()) {
      due(watch);
    } else {
      watch.ask();
    }
  }

  /** Takes out of the waits those that the list answers. */
  private void list(Set<Watch> asked) {
    Map<BatchRef, List<Watch>> all = waits.stream().collect(Collectors.groupingBy(Watch::ref));
    Instant oldest = oldest();
    int most = asked.size();
    String cursor = null;
    try {
      for (int pages = 1; ; pages++) {
        BatchPage page = provider.list(ListOptions.ALL, cursor);
        boolean last = page.next() == null || page.next().equals(cursor);
        cursor = page.next();
        boolean any = answer(page, all, asked);
        if (!any && pages == 1) {
          rest();
          return;
        }
        boolean enough = !any || all.isEmpty() || endsBefore(oldest, page);
        if (last || enough || pages == most) {
          learn(pages, last, enough);
          return;
        }
      }
    } catch (RateLimitedException e) {
      beQuiet(Objects.requireNonNullElse(e.retryAfter(), QUIET));
      rest();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "The list of batches could not be read", e);
      rest();
    } finally {
      stopListing();
    }
  }

  private synchronized void stopListing() {
    listing = false;
  }

  /** All of the list was read, or enough, or the list is longer than that. */
  private synchronized void learn(int pages, boolean all, boolean enough) {
    length = all ? pages : Math.max(length, enough ? pages : pages + 1);
  }

  /** Says whether the page has a batch that is still waited for. */
  private boolean answer(BatchPage page, Map<BatchRef, List<Watch>> all, Set<Watch> asked) {
    boolean any = false;
    for (BatchStatus status : page.batches()) {
      List<Watch> answered = all.remove(status.ref());
      for (Watch watch : answered == null ? List.<Watch>of() : answered) {
        any = true;
        asked.remove(watch);
        forget(watch);
        watch.answered(status);
      }
    }
    return any;
  }

  private synchronized void forget(Watch watch) {
    due.remove(watch);
  }

  private synchronized void rest() {
    listsAgain = timer.nanos() + REST.toNanos();
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
