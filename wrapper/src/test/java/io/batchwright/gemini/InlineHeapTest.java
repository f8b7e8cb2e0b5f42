package io.batchwright.gemini;

import static io.batchwright.gemini.MockGemini.item;
import static io.batchwright.gemini.MockGemini.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchRef;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.BatchState;
import io.batchwright.testing.ChildJvm;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A status skips the results of an inline batch, and a reader holds one at a time. */
@Tag("slow")
class InlineHeapTest {
  private static final int RESULTS = 10_000;

  /** Polls and reads a response of 40 MB in a heap that is smaller. */
  static final class Reading {
    private Reading() {}

    public static void main(String[] args) {
      try (BatchClient client = Gemini.builder().apiKey("k").baseUrl(args[0]).build()) {
        BatchHandle batch = client.open(BatchRef.parse(args[1]));
        boolean ended = true;
        for (int i = 0; i < 3; i++) {
          ended &= batch.status().state() == BatchState.SUCCEEDED;
        }
        long texts = 0;
        long ids = 0;
        try (BatchResults results = batch.results()) {
          for (BatchResult result : results) {
            texts += result instanceof BatchResult.Succeeded ok ? ok.text().length() : 0;
            ids += Long.parseLong(String.valueOf(result.customId()));
          }
        }
        System.out.println(ended + " " + texts + " " + ids);
      }
    }
  }

  @Test
  void aHeapSmallerThanTheResponseIsEnough() throws IOException, InterruptedException {
    String[] items = new String[RESULTS];
    for (int i = 0; i < RESULTS; i++) {
      items[i] = item(String.valueOf(i), "x".repeat(2000));
    }
    String response = succeeded(items);
    assertThat(response.length()).isGreaterThan(40_000_000);
    try (MockGemini mock = new MockGemini()) {
      mock.respond(200, response);
      assertThat(
              ChildJvm.run(
                  Reading.class, List.of("-Xmx32m"), mock.url(), mock.ref("batches/b1").toString()))
          .isEqualToIgnoringWhitespace(
              "true " + 2000L * RESULTS + " " + (RESULTS - 1L) * RESULTS / 2);
    }
  }
}
