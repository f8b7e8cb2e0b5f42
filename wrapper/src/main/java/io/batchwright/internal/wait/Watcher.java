package io.batchwright.internal.wait;

import io.batchwright.AwaitOptions;
import io.batchwright.BatchException;
import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import io.batchwright.BatchStatus;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Asks for every batch that a client waits for: one timer and a few workers, however many waits
 * there are.
 *
 * <p>Thread-safe. Each wait is a chain of timer entries, never a recursion or a thread of its own.
 */
public final class Watcher implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Watcher.class.getName());

  private final Clock timer;
  private final StatusSource provider;
  private final BatchListener listener;
  private final Executor callbacks;
  private final DoubleSupplier random;
  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final Rounds rounds;
  private volatile boolean closed;

  /**
   * Makes a watcher.
   *
   * @param timer closed with the watcher
   * @param provider reads batches
   * @param listener hears of answers and failures, on {@code callbacks}
   * @param random places pauses within the jitter, from 0 to 1
   */
  public Watcher(
      Clock timer,
      StatusSource provider,
      BatchListener listener,
      Executor callbacks,
      DoubleSupplier random) {
    this.timer = timer;
    this.provider = provider;
    this.listener = listener;
    this.callbacks = callbacks;
    this.random = random;
    this.rounds = new Rounds(timer, provider, watches);
  }

  /** Begins to wait for a batch; the first question is asked in the next round. */
  public Watch watch(BatchRef ref, AwaitOptions options) {
    Watch watch = new Watch(this, ref, options);
    watches.add(watch);
    watch.whenDone((status, error) -> watches.remove(watch));
    try {
      if (!closed) {
        watch.begin();
      }
    } catch (RejectedExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "The client was closed while a wait began");
    }
    if (closed) {
      watch.fail(closedError());
    }
    return watch;
  }

  /**
   * Runs a callback of the user's where it can stall nobody; what it throws is logged and goes no
   * further.
   */
  public void callBack(Runnable callback) {
    Runnable guarded =
        () -> {
          try {
            callback.run();
          } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.WARNING, "A callback threw " + e.getClass().getName());
          }
        };
    try {
      callbacks.execute(guarded);
    } catch (RuntimeException e) {
      // Nothing of the user's executor may come between a caller and its batch.
      guarded.run();
    }
  }

  /** Tells the listener something. */
  public void tell(Consumer<BatchListener> event) {
    if (listener != BatchListener.NONE) {
      callBack(() -> event.accept(listener));
    }
  }

  Clock timer() {
    return timer;
  }

  Rounds rounds() {
    return rounds;
  }

  BatchStatus ask(BatchRef ref) {
    return provider.status(ref);
  }

  double random() {
    return random.getAsDouble();
  }

  void tellFailure(BatchRef ref, BatchException error, int failures, Duration outage) {
    tell(events -> events.pollFailed(ref, error, failures, outage));
  }

  /** Fails every wait that is left, and ends the threads. */
  @Override
  public void close() {
    closed = true;
    watches.forEach(watch -> watch.fail(closedError()));
    timer.close();
  }

  private static IllegalStateException closedError() {
    return new IllegalStateException(
        "The client was closed during the wait; the batch runs on, open its ref with another client");
  }
}
