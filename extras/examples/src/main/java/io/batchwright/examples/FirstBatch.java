package io.batchwright.examples;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.Deleted;
import io.batchwright.Outcome;
import io.batchwright.anthropic.Anthropic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The README's first screen: submits {@code requests.jsonl}, waits, prints the answers, cleans up.
 */
public final class FirstBatch {
  private FirstBatch() {}

  /**
   * Needs {@code ANTHROPIC_API_KEY} in the environment and {@code requests.jsonl} in this folder.
   */
  public static void main(String[] args) throws Exception {
    // readme: first screen
    try (BatchClient client = Anthropic.fromEnv()) {
      BatchHandle batch = client.submit(BatchInput.ofFile(Path.of("requests.jsonl")));
      Files.writeString(Path.of("batch.ref"), batch.ref().toString()); // survives a restart
      System.out.println(batch.await(Duration.ofHours(26)).state());

      try (BatchResults results = batch.results()) {
        for (BatchResult r : results) {
          System.out.println(
              r instanceof BatchResult.Succeeded ok
                  ? ok.customId() + ": " + ok.text()
                  : r.toString());
        }
      }

      if (batch.delete() instanceof Outcome.HandedBack<Deleted, BatchHandle> kept) {
        kept.handle().delete().orElseThrow(); // `batch` is spent either way; this handle is alive
      }
    }
    // readme: end
  }
}
