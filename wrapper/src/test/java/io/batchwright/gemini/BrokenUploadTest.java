package io.batchwright.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchListener;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.internal.client.AdapterClient;
import io.batchwright.internal.wait.Events;
import io.batchwright.sandbox.FaultRule;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.Sandbox;
import io.batchwright.testing.Adapters;
import io.batchwright.testing.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An upload of several chunks is resumed in the sandbox, and its batch has a result for every
 * request.
 */
class BrokenUploadTest {
  private static final int REQUESTS = 20;

  private final VirtualClock timer = new VirtualClock();
  private final Sandbox sandbox = Sandbox.builder().time(timer::now).start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  private static Consumer<FaultRule> fault(String name) {
    return switch (name) {
      case "in the middle" -> rule -> rule.resetDuring(3_000_000);
      case "behind the chunk" -> FaultRule::loseResponse;
      default -> rule -> rule.header("Retry-After", "7").respond(503);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"in the middle", "behind the chunk", "refused"})
  void everyRequestArrivesOnce(String name) {
    String text = "x".repeat(1_000_000);
    List<BatchRequest> requests =
        IntStream.range(0, REQUESTS)
            .mapToObj(
                i ->
                    BatchRequest.ofJson(
                        "k" + i,
                        "{\"model\":\"m\",\"contents\":[{\"parts\":[{\"text\":\""
                            + text
                            + "\"}]}]}"))
            .toList();
    fault(name).accept(sandbox.gemini().faults().on(Operation.UPLOAD_CHUNK).after(1).once());

    Gemini.Builder builder =
        Gemini.builder().apiKey("k").baseUrl(sandbox.geminiUrl()).inlineUpTo(0);
    try (BatchClient client =
        new AdapterClient(
            Adapters.of(builder),
            new Events(BatchListener.NONE, Runnable::run, Runnable::run),
            timer)) {
      BatchHandle batch = client.submit(BatchInput.of(requests.toArray(BatchRequest[]::new)));
      timer.advance(Duration.ofHours(1));
      List<String> ids = new ArrayList<>();
      try (BatchResults results = batch.results()) {
        for (BatchResult result : results) {
          assertThat(result).isInstanceOf(BatchResult.Succeeded.class);
          ids.add(String.valueOf(result.customId()));
        }
      }
      assertThat(ids)
          .containsExactlyInAnyOrderElementsOf(
              requests.stream().map(BatchRequest::customId).toList());
    }
    assertThat(sandbox.gemini().count(Operation.UPLOAD)).isOne();
    assertThat(sandbox.gemini().count(Operation.UPLOAD_QUERY)).isOne();
    assertThat(sandbox.gemini().created()).isOne();
  }
}
