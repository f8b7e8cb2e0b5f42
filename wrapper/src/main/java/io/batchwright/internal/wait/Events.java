package io.batchwright.internal.wait;

import io.batchwright.BatchListener;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Runs the user's code, where it can neither stall nor break a client. Thread-safe. */
public final class Events {
  private static final System.Logger LOG = System.getLogger(Events.class.getName());

  private final BatchListener listener;
  private final Executor executor;

  /** Creates events for a listener, whose methods and other callbacks the executor runs. */
  public Events(BatchListener listener, Executor executor) {
    this.listener = listener;
    this.executor = executor;
  }

  /** Sends an event to the listener. */
  public void send(Consumer<BatchListener> event) {
    if (listener != BatchListener.NONE) {
      run(() -> event.accept(listener));
    }
  }

  /** Runs a callback; an exception that it throws is logged and goes no further. */
  public void run(Runnable callback) {
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
}
