package io.batchwright.examples;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
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
          if (r instanceof BatchResult.Succeeded ok && ok.finish().whole()) {
            System.out.println(ok.customId() + ": " + ok.text());
          } else {
            System.out.println(r); // failed, or cut off: names the request and shows no content
          }
        }
      }
      batch.delete().orElseThrow();
    }
    // readme: end
  }
}
