package io.batchwright.cli;

import io.batchwright.BatchException;
import io.batchwright.BatchRef;
import io.batchwright.BatchStatus;
import io.batchwright.RequestCounts;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * A bar for the batch, then one for its results. Plain ASCII without colours, so that every
 * terminal can show it.
 */
final class BarProgress extends Progress {
  private final World world;
  private @Nullable ProgressBar bar;
  private boolean closed;

  BarProgress(World world) {
    this.world = world;
  }

  @Override
  public synchronized void polled(BatchStatus status) {
    RequestCounts counts = status.counts();
    ProgressBar batch = bar == null ? begin("Batch", counts.total()) : bar;
    if (batch != null) {
      batch.maxHint(counts.total());
      batch.stepTo(counts.total() - counts.processing());
      batch.setExtraMessage(" " + StatusView.word(status.state()));
      batch.refresh();
    }
  }

  @Override
  public synchronized void pollFailed(
      BatchRef ref, BatchException error, int failures, Duration outage) {
    if (bar != null) {
      bar.setExtraMessage(" " + Progress.whyAgain(error));
    }
  }

  @Override
  synchronized void reading(long total) {
    end();
    begin("Results", total);
  }

  @Override
  synchronized void read() {
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    end();
  }

  /** Returns null once closed: a response may arrive after an interrupt. */
  private @Nullable ProgressBar begin(String name, long total) {
    if (!closed) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(name)
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .hideEta()
              .continuousUpdate()
              .setConsumer(new ConsoleProgressBarConsumer(world.err(), world.columns() - 1))
              .build();
    }
    return bar;
  }

  private void end() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
