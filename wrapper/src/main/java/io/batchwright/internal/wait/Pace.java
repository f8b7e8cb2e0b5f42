package io.batchwright.internal.wait;

import io.batchwright.RateLimitedException;
import java.time.Duration;

/** When a round of polls may begin, and whether it reads the list. Thread-safe. */
final class Pace {
  /** Up to so many waits are polled as soon as they are due; rounds of more are a gap apart. */
  static final int FEW = 10;

  private static final long GAP = Duration.ofSeconds(1).toNanos();

  /**
   * How long the list is not read after it was of no use, unless there are more waits than then.
   */
  private static final long REST = Duration.ofMinutes(5).toNanos();

  /** How long nothing is polled after a rate limit that names no time. */
  private static final long QUIET = Duration.ofSeconds(10).toNanos();

  private long nextRound;
  private long quietUntil;
  private long listFrom;
  private int listedFor; // so many waits
  private boolean skipListing;

  Pace(long now) {
    nextRound = now;
    quietUntil = now;
    listFrom = now;
  }

  /** Returns the time until a round may begin; it may now unless that is positive. */
  synchronized long delay(long now) {
    return Math.max(nextRound, quietUntil) - now;
  }

  /** Whether a rate limit keeps all waits from being polled. */
  synchronized boolean isQuiet(long now) {
    return quietUntil > now;
  }

  /**
   * Begins a round. Returns whether it is to read the list, which no further round does for a while
   * unless the list proves to be of use.
   */
  synchronized boolean beginRound(int due, int waits, long now) {
    if (isQuiet(now)) {
      return false;
    }
    nextRound = now + (waits > FEW ? GAP : 0);
    boolean lists = due > 1 && !skipListing && (listFrom <= now || waits > listedFor);
    skipListing = false;
    listFrom = lists ? now + REST : listFrom;
    listedFor = lists ? waits : listedFor;
    return lists;
  }

  /** Allows the list to be read, since it was of use. */
  synchronized void resumeListing(long now) {
    listFrom = now;
  }

  /** Keeps the next round from reading the list, whose rate limit must not starve the waits. */
  synchronized void skipNextListing(long now) {
    listFrom = now;
    skipListing = true;
  }

  /** Keeps all waits from being polled for a while, since a rate limit is the account's. */
  synchronized void backOff(RateLimitedException error, long now) {
    Duration hint = error.retryAfter();
    long pause = hint == null ? QUIET : Math.max(GAP, hint.toNanos());
    quietUntil = Math.max(quietUntil, now + pause);
  }
}
