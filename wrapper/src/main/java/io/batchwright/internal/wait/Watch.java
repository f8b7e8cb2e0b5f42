package io.batchwright.internal.wait;

import io.batchwright.AwaitOptions;
import io.batchwright.AwaitTimeoutException;
import io.batchwright.BatchException;
import io.batchwright.BatchRef;
import io.batchwright.BatchStatus;
import io.batchwright.ErrorKind;
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
  private static final int ANY_TURN = -1;

  private final Watcher watcher;
  private final BatchRef ref;
  private final AwaitOptions options;
  private final Patience patience;
  private final CompletableFuture<BatchStatus> done = new CompletableFuture<>();
  private final long begun;
  private boolean claimed;
  private int turn;
  private int polls;
  private long notBefore;
  private long lastLookAt = Long.MAX_VALUE;
  private volatile @Nullable BatchStatus last;
  private volatile @Nullable BatchException lastError;
  private volatile Runnable next = () -> {};
  private volatile long soonFrom = Long.MAX_VALUE;

  Watch(Watcher watcher, BatchRef ref, AwaitOptions options) {
    this.watcher = watcher;
    this.ref = ref;
    this.options = options;
    this.begun = watcher.timer().nanos();
    this.notBefore = begun;
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

  /** Begins a turn in which it is asked for; any answer ends it. */
  synchronized int takeTurn() {
    soonFrom = Long.MAX_VALUE;
    return turn;
  }

  synchronized boolean hasTurn(int number) {
    return turn == number && !done.isDone();
  }

  /** Asks, unless an answer came since the turn began. */
  void ask(int number) {
    judge(number, this::look);
  }

  /** Takes an answer that came without a question, unless another is just being judged. */
  void answered(BatchStatus status) {
    judge(ANY_TURN, () -> take(status));
  }

  private void judge(int number, Supplier<@Nullable Duration> answer) {
    if (done.isDone() || !claim(number)) {
      return;
    }
    try {
      Duration hint = answer.get();
      giveFree(done.isDone() ? null : pause(hint));
    } catch (RuntimeException | Error e) {
      done.completeExceptionally(e);
    }
  }

  private synchronized boolean claim(int number) {
    if (claimed || (number != ANY_TURN && number != turn)) {
      return false;
    }
    claimed = true;
    turn++;
    soonFrom = Long.MAX_VALUE;
    next.run();
    return true;
  }

  /** Plans the next question, if there is to be one, before anybody else can claim the wait. */
  private synchronized void giveFree(@Nullable Duration pause) {
    claimed = false;
    if (pause != null) {
      long due = watcher.timer().nanos() + pause.toNanos();
      Duration tenth = pause.dividedBy(10);
      Duration soon = tenth.compareTo(ONE_SECOND) < 0 ? tenth : ONE_SECOND;
      soonFrom = Math.max(notBefore, due - soon.toNanos());
      next = watcher.timer().schedule(pause, due == lastLookAt ? this::lookLast : this::fallDue);
    }
    if (done.isDone()) {
      next.run();
    }
  }

  private void fallDue() {
    watcher.rounds().due(this);
  }

  /** What is asked for just before the deadline cannot wait for a round. */
  private void lookLast() {
    int number = takeTurn();
    watcher.timer().workers().execute(() -> ask(number));
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
      if (done.isDone() || !patience.tolerates(e, now)) {
        throw e;
      }
      watcher.tellFailure(ref, e, patience.failures(), patience.outage(now));
      Duration hint = Patience.hint(e);
      if (e.kind() == ErrorKind.RATE_LIMITED) {
        watcher.rounds().beQuiet(hint);
      }
      return hint;
    }
  }

  /** Gives how long to wait before the next question; null if the deadline comes first. */
  private @Nullable Duration pause(@Nullable Duration hint) {
    long now = watcher.timer().nanos();
    notBefore = hint == null ? notBefore : Math.max(notBefore, now + hint.toNanos());
    Duration floor = Duration.ofNanos(Math.max(0, notBefore - now));
    Duration pause = longer(options.schedule().pause(polls++, watcher.random()), floor);
    Duration left = options.deadline().minusNanos(now - begun);
    if (pause.compareTo(left) < 0) {
      return pause;
    }
    if (now >= lastLookAt || floor.compareTo(left) >= 0) {
      return null;
    }
    // The pause would outlast the wait: look once more shortly before its end.
    Duration tenth = left.dividedBy(10);
    pause = longer(left.minus(tenth.compareTo(ONE_SECOND) < 0 ? tenth : ONE_SECOND), floor);
    lastLookAt = now + pause.toNanos();
    return pause;
  }

  private static Duration longer(Duration one, Duration other) {
    return other.compareTo(one) > 0 ? other : one;
  }
}
