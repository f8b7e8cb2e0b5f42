package io.batchwright.cli;

import io.batchwright.BatchException;
import io.batchwright.BatchRef;
import io.batchwright.BatchStatus;
import java.time.Duration;

/** One plain line whenever the state changes, fit for a log. */
final class LineProgress extends Progress {
  private final World world;
  private String shown = "";
  private boolean closed;

  LineProgress(World world) {
    this.world = world;
  }

  @Override
  public void polled(BatchStatus status) {
    show(status.ref(), StatusView.word(status.state()));
  }

  @Override
  public void pollFailed(BatchRef ref, BatchException error, int failures, Duration outage) {
    show(ref, Progress.whyAgain(error));
  }

  private synchronized void show(BatchRef ref, String state) {
    if (!closed && !state.equals(shown)) {
      shown = state;
      world.err().println(ref + ": " + state);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
