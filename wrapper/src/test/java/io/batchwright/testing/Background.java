package io.batchwright.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A task on another thread. */
public final class Background<T> {
  /** Long enough for any machine; only a test that hangs waits so long. */
  private static final long PATIENCE_SECONDS = 60;

  private final FutureTask<T> task;
  private final Thread thread;

  private Background(Callable<T> work) {
    task = new FutureTask<>(work);
    thread = new Thread(task, "background");
    thread.setDaemon(true);
  }

  /** Starts it. */
  public static <T> Background<T> start(Callable<T> work) {
    Background<T> background = new Background<>(work);
    background.thread.start();
    return background;
  }

  /** Interrupts its thread. */
  public void interrupt() {
    thread.interrupt();
  }

  /** Returns its result, or throws its exception. */
  public T outcome() throws Throwable {
    try {
      return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause();
    } catch (TimeoutException e) {
      throw new AssertionError("It hangs at " + String.join("\n", stack()), e);
    }
  }

  private String[] stack() {
    StackTraceElement[] frames = thread.getStackTrace();
    String[] lines = new String[frames.length];
    for (int i = 0; i < frames.length; i++) {
      lines[i] = frames[i].toString();
    }
    return lines;
  }
}
