package io.batchwright.examples;

import io.batchwright.*;
import io.batchwright.anthropic.Anthropic;
import java.nio.file.*;

/** README's quick start: submits {@code requests.jsonl}, waits, and prints the answers. */
public final class FirstBatch {
  private FirstBatch() {}

  /**
   * Needs {@code ANTHROPIC_API_KEY} in the environment and {@code requests.jsonl} in this folder.
   */
  public static void main(String[] args) throws Exception {
    // docs: quick start
    try (BatchClient client = Anthropic.fromEnv()) { // the key is in ANTHROPIC_API_KEY
      BatchHandle batch = client.submit(BatchInput.ofFile(Path.of("requests.jsonl")));
      Files.writeString(Path.of("batch.ref"), batch.ref().toString()); // survives a restart
      batch.await();
      try (BatchResults results = batch.results()) {
        for (BatchResult r : results) {
          if (r instanceof BatchResult.Succeeded ok && ok.finish().whole()) {
            System.out.println(ok.customId() + ": " + ok.text());
          } else {
            System.out.println(r); // failed, or cut off: names the request and shows no content
          }
        }
      }
    }
    // docs: end
  }
}
