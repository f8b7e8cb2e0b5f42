package io.batchwright.internal.poll;

import io.batchwright.AwaitOptions;
import io.batchwright.AwaitTimeoutException;
import io.batchwright.BatchException;
import io.batchwright.BatchRef;
import io.batchwright.BatchStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One wait for one batch: asks, judges the answer, and asks again after a pause, until there is an
 * end.
 *
 * <p>At most one question is on its way at a time, so the counters need no lock: timer and workers
 * hand over through their queues.
 */
public final class Watch {
  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  private final Watcher watcher;
  private final BatchRef ref;
  private final AwaitOptions options;
  private final Patience patience;
  private final CompletableFuture<BatchStatus> done = new CompletableFuture<>();
  private final long begun;
  private int polls;
  private boolean lastLook;
  private volatile @Nullable BatchStatus last;
  private volatile @Nullable BatchException lastError;
  private volatile Runnable next = () -> {};

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
    watcher.timer().workers().execute(this::ask);
  }

  private void timeOut() {
    fail(new AwaitTimeoutException(ref, options.deadline(), last, lastError));
  }

  private void ask() {
    if (done.isDone()) {
      return;
    }
    try {
      Duration hint = look();
      if (!done.isDone()) {
        pause(hint);
      }
    } catch (RuntimeException | Error e) {
      done.completeExceptionally(e);
    }
  }

  /** Asks once, and gives the server's hint when to ask again. */
  private @Nullable Duration look() {
    try {
      BatchStatus status = watcher.ask(ref);
      patience.answered();
      last = status;
      lastError = null;
      watcher.tell(events -> events.polled(status));
      if (status.state().terminal()) {
        done.complete(status);
      }
      return status.pollAfter();
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

  private void pause(@Nullable Duration hint) {
    Duration pause = longer(options.schedule().pause(polls++, watcher.random()), hint);
    Duration left = options.deadline().minusNanos(watcher.timer().nanos() - begun);
    if (pause.compareTo(left) >= 0) {
      if (lastLook || (hint != null && hint.compareTo(left) >= 0)) {
        return; // nothing left to ask: the deadline ends the wait
      }
      // The pause would outlast the wait: look once more shortly before its end.
      lastLook = true;
      Duration tenth = left.dividedBy(10);
      pause = longer(left.minus(tenth.compareTo(ONE_SECOND) < 0 ? tenth : ONE_SECOND), hint);
    }
    next = watcher.timer().schedule(pause, () -> watcher.timer().workers().execute(this::ask));
    if (done.isDone()) {
      next.run();
    }
  }

  private static Duration longer(Duration pause, @Nullable Duration hint) {
    return hint != null && hint.compareTo(pause) > 0 ? hint : pause;
  }
}
