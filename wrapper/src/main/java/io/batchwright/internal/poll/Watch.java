package io.batchwright.internal.poll;

import io.batchwright.AwaitOptions;
import io.batchwright.AwaitTimeoutException;
import io.batchwright.BatchException;
import io.batchwright.BatchRef;
import io.batchwright.BatchStatus;
import io.batchwright.RateLimitedException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One wait for one batch: has it asked for, judges the answer, and has it asked for again after a
 * pause, until there is an end.
 *
 * <p>At most one answer is judged at a time: whoever has one, from a question of its own or from a
 * list, claims the wait and gives it free with the next pause. So the counters need no lock.
 */
public final class Watch {
  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  private final Watcher watcher;
  private final BatchRef ref;
  private final AwaitOptions options;
  private final Patience patience;
  private final CompletableFuture<BatchStatus> done = new CompletableFuture<>();
  private final long begun;
  private boolean claimed;
  private int polls;
  private boolean lastLook;
  private volatile @Nullable BatchStatus last;
  private volatile @Nullable BatchException lastError;
  private volatile Runnable next = () -> {};
  private volatile long soonFrom = Long.MAX_VALUE;

  Watch(Watcher watcher, BatchRef ref, AwaitOptions options) {
    this.watcher = watcher;
    this.ref = ref;
    this.options = options;
    this.begun = watcher.timer().nanos();
    this.patience = new Patience(options.maxOutage());
  }

  /**
   * Holds the thread until the wait has ended.
   *
   * @throws InterruptedException if the thread is interrupted; the wait goes on
   */
  public BatchStatus join() throws InterruptedException {
    try {
      return done.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /**
   * Has something done at the end of the wait, on a thread of the watcher, which must not be held
   * up.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the follower gets the error; there is no other
  public void whenDone(BiConsumer<@Nullable BatchStatus, @Nullable Throwable> follower) {
    done.whenComplete(follower);
  }

  /** Ends the wait with an error; does nothing once it has ended. */
  public void fail(RuntimeException error) {
    done.completeExceptionally(error);
  }

  /** Ends the wait because nobody wants it any more. */
  public void stop() {
    done.cancel(false);
  }

  void begin() {
    Runnable guard = watcher.timer().schedule(options.deadline(), this::timeOut);
    whenDone(
        (status, error) -> {
          guard.run();
          next.run();
        });
    watcher.rounds().due(this);
  }

  BatchRef ref() {
    return ref;
  }

  /** Says whether it might as well be asked for with others now as a moment later alone. */
  boolean isDueSoon(long now) {
    return soonFrom <= now;
  }

  /** Gives when the batch was made, or null as long as that is not known. */
  @Nullable Instant createdAt() {
    BatchStatus known = last;
    return known == null ? null : known.createdAt();
  }

  private void timeOut() {
    fail(new AwaitTimeoutException(ref, options.deadline(), last, lastError));
  }

  /** Asks, unless an answer came meanwhile. */
  void ask() {
    judge(this::look);
  }

  /** Takes an answer that came without a question, unless another is just being judged. */
  void answered(BatchStatus status) {
    judge(() -> take(status));
  }

  private void judge(Supplier<@Nullable Duration> answer) {
    if (done.isDone() || !claim()) {
      return;
    }
    try {
      Duration hint = answer.get();
      giveFree(done.isDone() ? null : pause(hint), hint != null);
    } catch (RuntimeException | Error e) {
      done.completeExceptionally(e);
    }
  }

  private synchronized boolean claim() {
    if (claimed) {
      return false;
    }
    claimed = true;
    soonFrom = Long.MAX_VALUE;
    next.run();
    return true;
  }

  /**
   * Plans the next question, if there is to be one, before anybody else can claim the wait.
   *
   * @param asked whether the provider asked for no less than the pause
   */
  private synchronized void giveFree(@Nullable Duration pause, boolean asked) {
    claimed = false;
    if (pause != null) {
      Duration tenth = pause.dividedBy(10);
      Duration soon = tenth.compareTo(ONE_SECOND) < 0 ? tenth : ONE_SECOND;
      Duration least = asked ? pause : pause.minus(soon);
      soonFrom = watcher.timer().nanos() + least.toNanos();
      next = watcher.timer().schedule(pause, () -> watcher.rounds().due(this));
    }
    if (done.isDone()) {
      next.run();
    }
  }

  private @Nullable Duration take(BatchStatus status) {
    patience.answered();
    last = status;
    lastError = null;
    watcher.tell(events -> events.polled(status));
    if (status.state().terminal()) {
      done.complete(status);
    }
    return status.pollAfter();
  }

  /** Asks once, and gives the server's hint when to ask again. */
  private @Nullable Duration look() {
    try {
      return take(watcher.ask(ref));
    } catch (BatchException e) {
      long now = watcher.timer().nanos();
      lastError = e;
      // A wait that has ended meanwhile asks no more: closing the client breaks off the question.
      if (done.isDone() || !patience.bears(e, now)) {
        throw e;
      }
      watcher.tellFailure(ref, e, patience.failures(), patience.outage(now));
      return Patience.hint(e);
    }
  }

  /** Gives how long to wait before the next question; null if the deadline comes first. */
  private @Nullable Duration pause(@Nullable Duration hint) {
    Duration pause = longer(options.schedule().pause(polls++, watcher.random()), hint);
    Duration left = options.deadline().minusNanos(watcher.timer().nanos() - begun);
    if (pause.compareTo(left) >= 0) {
      if (lastLook || (hint != null && hint.compareTo(left) >= 0)) {
        return null;
      }
      // The pause would outlast the wait: look once more shortly before its end.
      lastLook = true;
      Duration tenth = left.dividedBy(10);
      pause = longer(left.minus(tenth.compareTo(ONE_SECOND) < 0 ? tenth : ONE_SECOND), hint);
    }
    if (lastError instanceof RateLimitedException) {
      watcher.rounds().beQuiet(pause);
    }
    return pause;
  }

  private static Duration longer(Duration pause, @Nullable Duration hint) {
    return hint != null && hint.compareTo(pause) > 0 ? hint : pause;
  }
}
