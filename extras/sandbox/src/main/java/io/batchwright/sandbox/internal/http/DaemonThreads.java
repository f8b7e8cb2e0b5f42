package io.batchwright.sandbox.internal.http;

import io.batchwright.sandbox.shaded.mockwebserver3.MockWebServer;
import io.batchwright.sandbox.shaded.okhttp3.internal.concurrent.TaskRunner;
import java.lang.reflect.Field;
import java.util.concurrent.ThreadFactory;

/** Makes a MockWebServer's threads daemon threads, which it has no setting for. */
final class DaemonThreads {
  private static final System.Logger LOG = System.getLogger(DaemonThreads.class.getPackageName());

  private DaemonThreads() {}

  /** Must be called before the server starts. Has no effect where the field is not accessible. */
  static void use(MockWebServer server) {
    try {
      Field field = MockWebServer.class.getDeclaredField("taskRunnerBackend");
      field.setAccessible(true);
      TaskRunner.RealBackend backend = (TaskRunner.RealBackend) field.get(server);
      ThreadFactory named = backend.getExecutor().getThreadFactory();
      backend
          .getExecutor()
          .setThreadFactory(
              task -> {
                Thread thread = named.newThread(task);
                thread.setDaemon(true);
                return thread;
              });
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      LOG.log(
          System.Logger.Level.DEBUG,
          "Threads are not daemons: an open sandbox keeps the JVM running");
    }
  }
}
