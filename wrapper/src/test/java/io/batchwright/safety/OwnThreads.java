package io.batchwright.safety;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The threads of this process, by their names. */
final class OwnThreads {
  /** Half of the shortest timeout of a call; only a failing test waits so long. */
  private static final long PATIENCE_SECONDS = 30;

  private OwnThreads() {}

  /** Counts the threads of clients. */
  static long count() {
    return named("batchwright-").count();
  }

  /** Counts the threads that OkHttp and Okio share among all clients, and the test's servers. */
  static long ofOkHttp() {
    return named("Ok").count();
  }

  private static Stream<Thread> named(String prefix) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(prefix));
  }

  /** Waits until the threads of clients have ended. */
  static void awaitNone() throws InterruptedException {
    for (Thread thread : named("batchwright-").toList()) {
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      if (thread.isAlive()) {
        throw new AssertionError(thread.getName() + " is at " + List.of(thread.getStackTrace()));
      }
    }
  }
}
