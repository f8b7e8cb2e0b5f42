package io.batchwright.examples;

import io.batchwright.AwaitOptions;
import io.batchwright.BatchClient;
import io.batchwright.BatchException;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import io.batchwright.BatchStatus;
import io.batchwright.PollSchedule;
import io.batchwright.anthropic.Anthropic;
import java.nio.file.Path;
import java.time.Duration;

/** Prints what a client does while it waits, the failures that it tolerates among them. */
public final class WatchProgress {
  private WatchProgress() {}

  // docs: listener
  private static final class Printer implements BatchListener {
    @Override
    public void polled(BatchStatus status) {
      System.out.println(status.state() + ", " + status.counts());
    }

    @Override
    public void pollFailed(BatchRef ref, BatchException error, int failures, Duration outage) {
      System.out.println("failed polls in a row: " + failures + ", " + error.getMessage());
    }

    @Override
    public void ended(BatchStatus status) {
      System.out.println("ended: " + status.state());
    }
  }

  // docs: end

  /** Arguments: a file of requests, and how many seconds to pause between polls. */
  public static void main(String[] args) throws Exception {
    // docs: watch
    try (BatchClient client = Anthropic.builder().fromEnv().listener(new Printer()).build()) {
      BatchHandle batch = client.submit(BatchInput.ofFile(Path.of(args[0])));
      PollSchedule schedule = PollSchedule.every(Duration.ofSeconds(Long.parseLong(args[1])));
      batch.await(AwaitOptions.within(Duration.ofHours(26)).withSchedule(schedule));
    }
    // docs: end
  }
}
