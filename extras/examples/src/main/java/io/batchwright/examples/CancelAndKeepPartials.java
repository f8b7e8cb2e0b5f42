package io.batchwright.examples;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.BatchStatus;
import io.batchwright.CancellingBatch;
import io.batchwright.Outcome;
import io.batchwright.anthropic.Anthropic;
import java.nio.file.Path;
import java.time.Duration;

/** Cancels a batch, waits for its end, and reads the responses that were paid for by then. */
public final class CancelAndKeepPartials {
  private CancelAndKeepPartials() {}

  /** Argument: the input file. */
  public static void main(String[] args) throws Exception {
    try (BatchClient client = Anthropic.fromEnv()) {
      BatchHandle batch = client.submit(BatchInput.ofFile(Path.of(args[0])));
      // docs: cancel
      Outcome<CancellingBatch, BatchHandle> outcome = batch.cancel();
      if (outcome instanceof Outcome.HandedBack<CancellingBatch, BatchHandle> failed) {
        System.out.println("not cancelled, retrying once: " + failed.error().getMessage());
        outcome = failed.handle().cancel();
      }
      CancellingBatch cancelling = outcome.orElseThrow();
      BatchStatus end = cancelling.await(Duration.ofHours(1));
      System.out.println(end.state() + ", " + end.counts().succeeded() + " responses are paid for");
      try (BatchResults results = cancelling.results()) {
        for (BatchResult r : results) {
          if (r instanceof BatchResult.Succeeded ok) {
            System.out.println(ok.customId() + ": " + ok.text());
          }
        }
      }
      // docs: end
    }
  }
}
