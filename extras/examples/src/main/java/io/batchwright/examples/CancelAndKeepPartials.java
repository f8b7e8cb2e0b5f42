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

/** Stops a batch, waits for it to settle, and reads the answers that were paid for by then. */
public final class CancelAndKeepPartials {
  private CancelAndKeepPartials() {}

  /** Argument: the input file. */
  public static void main(String[] args) throws Exception {
    try (BatchClient client = Anthropic.fromEnv()) {
      BatchHandle batch = client.submit(BatchInput.ofFile(Path.of(args[0])));
      Outcome<CancellingBatch, BatchHandle> outcome = batch.cancel();
      if (outcome instanceof Outcome.HandedBack<CancellingBatch, BatchHandle> kept) {
        System.out.println("not cancelled, trying once more: " + kept.error().getMessage());
        outcome = kept.handle().cancel();
      }
      CancellingBatch stopping = outcome.orElseThrow();
      BatchStatus end = stopping.await(Duration.ofHours(1));
      System.out.println(end.state() + ", " + end.counts().succeeded() + " answers came in time");
      try (BatchResults results = stopping.results()) {
        for (BatchResult r : results) {
          if (r instanceof BatchResult.Succeeded ok) {
            System.out.println(ok.customId() + ": " + ok.text());
          }
        }
      }
    }
  }
}
