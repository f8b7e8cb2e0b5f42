package io.batchwright.safety;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The threads of this process by their names. */
final class OwnThreads {
  /** Half of what the shortest timeout of a call is; only a test that fails ever waits so long. */
  private static final long PATIENCE_SECONDS = 30;

  private OwnThreads() {}

  /** Counts those of clients. */
  static long count() {
    return named("batchwright-").count();
  }

  /** Counts those that OkHttp and Okio share among all clients, and the test's servers. */
  static long ofOkHttp() {
    return named("Ok").count();
  }

  private static Stream<Thread> named(String prefix) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(prefix));
  }

  /** Holds the thread until those of clients have ended. */
  static void awaitNone() throws InterruptedException {
    for (Thread thread : named("batchwright-").toList()) {
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      if (thread.isAlive()) {
        throw new AssertionError(thread.getName() + " is at " + List.of(thread.getStackTrace()));
      }
    }
  }
}
