package io.batchwright.internal.wait;

import io.batchwright.AwaitOptions;
import io.batchwright.AwaitTimeoutException;
import io.batchwright.BatchException;
import io.batchwright.BatchRef;
import io.batchwright.BatchStatus;
import io.batchwright.PollSchedule;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One wait for one batch: what its polls returned, when the next one is due, and its end.
 *
 * <p>Passive: {@link Poller} records what a poll returned, one thread at a time. The future can be
 * completed by any thread at any time.
 */
final class Wait {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  final BatchRef ref;
  final CompletableFuture<BatchStatus> future = new CompletableFuture<>();
  final Patience patience;
  private final AwaitOptions options;
  private final long deadline;
  private int polls;
  private long notBefore;
  private long dueFrom;
  private long lastPollAt = Long.MAX_VALUE;
  boolean woken; // guarded by the poller
  private volatile @Nullable BatchStatus lastStatus;
  private volatile @Nullable BatchException lastError;

  Wait(BatchRef ref, AwaitOptions options, long now) {
    this.ref = ref;
    this.options = options;
    this.patience = new Patience(options.maxOutage());
    this.deadline = now + options.deadline().toNanos();
    this.notBefore = now;
    this.dueFrom = now;
  }

  /** Returns the pause before the next poll; null if there is none before the wait ends. */
  @Nullable Duration onStatus(BatchStatus status, long now) {
    patience.answered();
    lastStatus = status;
    lastError = null;
    if (status.state().terminal()) {
      future.complete(status);
      return null;
    }
    return nextPause(status.pollAfter(), now);
  }

  /** As {@link #onStatus}; a failure that is not tolerated ends the wait. */
  @Nullable Duration onFailure(BatchException error, long now) {
    lastError = error;
    if (!patience.tolerates(error, now)) {
      future.completeExceptionally(error);
    }
    return future.isDone() ? null : nextPause(Patience.hint(error), now);
  }

  void onDeadline() {
    future.completeExceptionally(
        new AwaitTimeoutException(ref, options.deadline(), lastStatus, lastError));
  }

  private @Nullable Duration nextPause(@Nullable Duration hint, long now) {
    notBefore = hint == null ? notBefore : Math.max(notBefore, now + hint.toNanos());
    long floor = Math.max(0, notBefore - now);
    long left = deadline - now;
    double random = ThreadLocalRandom.current().nextDouble();
    long pause = Math.max(floor, pause(options.schedule(), polls++, random).toNanos());
    dueFrom = Math.max(notBefore, now + pause - shortly(pause));
    if (pause >= left) {
      // The pause would outlast the wait: poll once more shortly before its end.
      if (now >= lastPollAt || floor >= left) {
        return null;
      }
      pause = Math.max(floor, left - shortly(left));
      lastPollAt = now + pause;
      dueFrom = lastPollAt;
    }
    return Duration.ofNanos(pause);
  }

  /** Returns the pause before a poll that is wanted at once; hints of the provider are honored. */
  Duration wake(long now) {
    dueFrom = Math.max(notBefore, now);
    lastPollAt = Long.MAX_VALUE;
    return Duration.ofNanos(dueFrom - now);
  }

  private static long shortly(long time) {
    return Math.min(time / 10, SECOND);
  }

  /** Returns the pause after a poll, from 0; a number from 0 to 1 places it within the jitter. */
  static Duration pause(PollSchedule schedule, int poll, double random) {
    double grown = schedule.first().toMillis() * Math.pow(1.5, Math.min(poll, 64));
    double capped = Math.min(grown, (double) schedule.most().toMillis());
    double jitter = 1 + schedule.jitter() * (2 * random - 1);
    return Duration.ofMillis(Math.max(1, Math.round(capped * jitter)));
  }

  /** Whether the next poll is due, or will be so soon that it may join a round now. */
  boolean isDue(long now) {
    return dueFrom <= now;
  }

  /** Whether the next poll is the one shortly before the deadline, which joins no round. */
  boolean isLastPoll() {
    return dueFrom == lastPollAt;
  }
}
