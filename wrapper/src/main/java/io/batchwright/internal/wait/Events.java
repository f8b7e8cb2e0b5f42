package io.batchwright.internal.wait;

import io.batchwright.BatchListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs the user's code, where it can neither stall nor break a client. Thread-safe. */
public final class Events implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Events.class.getName());

  private final BatchListener listener;
  private final Executor sender;
  private final Executor callbacks;
  private final Map<Object, Consumer<BatchListener>> latest = new ConcurrentHashMap<>();
  private volatile @Nullable Thread sending;

  /**
   * Creates events.
   *
   * @param sender runs the methods of the listener, one at a time
   * @param callbacks runs the other callbacks, so that these never wait for the listener
   */
  public Events(BatchListener listener, Executor sender, Executor callbacks) {
    this.listener = listener;
    this.sender = sender;
    this.callbacks = callbacks;
  }

  /** Creates events that a thread of their own sends to the listener, if there is one. */
  public static Events onOwnThread(String name, BatchListener listener, Executor callbacks) {
    return new Events(listener, SystemClock.daemons(1, name + "-events"), callbacks);
  }

  /** Whether somebody receives the events. */
  public boolean wanted() {
    return listener != BatchListener.NONE;
  }

  /** Sends an event to the listener, after all that were sent before. */
  public void send(Consumer<BatchListener> event) {
    if (wanted()) {
      run(
          sender,
          () -> {
            sending = Thread.currentThread();
            event.accept(listener);
          });
    }
  }

  /** Sends an event, in place of an earlier one on the same subject that still waits. */
  public void sendLatest(Object subject, Consumer<BatchListener> event) {
    if (wanted() && latest.put(subject, event) == null) {
      send(to -> latest.remove(subject).accept(to));
    }
  }

  /** Runs a callback; an exception that it throws is logged and goes no further. */
  public void run(Runnable callback) {
    run(callbacks, callback);
  }

  private static void run(Executor executor, Runnable callback) {
    Runnable guarded =
        () -> {
          try {
            callback.run();
          } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.WARNING, "A callback threw " + e.getClass().getName());
          }
        };
    try {
      executor.execute(guarded);
    } catch (RuntimeException | Error e) {
      // Nothing of the user's executor may come between a caller and its batch.
      guarded.run();
    }
  }

  /** Waits until the listener has received what was sent, for at most 5 seconds. */
  @Override
  public void close() {
    if (!wanted() || Thread.currentThread() == sending) {
      return;
    }
    CountDownLatch received = new CountDownLatch(1);
    run(sender, received::countDown);
    try {
      if (!received.await(5, TimeUnit.SECONDS)) {
        LOG.log(System.Logger.Level.WARNING, "The listener is too slow; events are left unsent");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
