package io.batchwright.safety;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Collects all log records of the process at every level, including those of {@code System.Logger},
 * OkHttp and the JDK, but not those of the test's own servers.
 */
final class EveryLog extends Handler {
  private static final Logger ROOT = Logger.getLogger("");
  private static final Level BEFORE = ROOT.getLevel();

  /** Test classes run in parallel: the last log to close resets the level. */
  private static int open;

  private final SimpleFormatter formatter = new SimpleFormatter();
  private final Shown shown;

  EveryLog(Shown shown) {
    this.shown = shown;
    setLevel(Level.ALL);
    synchronized (EveryLog.class) {
      open++;
      ROOT.setLevel(Level.ALL);
    }
    ROOT.addHandler(this);
  }

  @Override
  public void publish(LogRecord record) {
    if (!String.valueOf(record.getLoggerName()).startsWith("io.batchwright.sandbox.shaded.")) {
      shown.show(formatter.format(record));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    ROOT.removeHandler(this);
    synchronized (EveryLog.class) {
      open--;
      if (open == 0) {
        ROOT.setLevel(BEFORE);
      }
    }
  }
}
