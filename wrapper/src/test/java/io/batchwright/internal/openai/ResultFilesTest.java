package io.batchwright.internal.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchListener;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.ResultsAudit;
import io.batchwright.internal.client.AdapterClient;
import io.batchwright.internal.wait.Events;
import io.batchwright.openai.OpenAi;
import io.batchwright.sandbox.Framing;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.Sandbox;
import io.batchwright.testing.Adapters;
import io.batchwright.testing.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Succeeded results in one file and errors in another, either of which may fail. */
class ResultFilesTest {
  private static final List<String> IDS = List.of("req-01", "req-02", "req-errored-03");

  private final Sandbox sandbox = Sandbox.builder().batchTime(Duration.ZERO).start();
  private final BatchClient client =
      new AdapterClient(
          Adapters.of(OpenAi.builder().apiKey("k").baseUrl(sandbox.openAiUrl())),
          new Events(BatchListener.NONE, Runnable::run, Runnable::run),
          new VirtualClock());

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  private BatchHandle ended() {
    return client.submit(BatchInput.of(IDS.stream().map(ResultFilesTest::request).toList()));
  }

  private static BatchRequest request(String id) {
    return BatchRequest.ofJson(
        id, "{\"model\":\"gpt-4.1-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}");
  }

  private static void assertComplete(BatchHandle batch) {
    try (BatchResults results = batch.results()) {
      ResultsAudit audit = new ResultsAudit(IDS);
      List<String> outcomes = new ArrayList<>();
      for (BatchResult result : results) {
        audit.add(result);
        outcomes.add(result.toString());
      }
      assertThat(outcomes)
          .containsExactlyInAnyOrder(
              "req-01: succeeded", "req-02: succeeded", "req-errored-03: errored (server_error)");
      assertThat(audit.clean()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0, 2", "1, 1", "1, 2"})
  void aFileThatIsBrieflyNotFoundIsRequestedAgain(int filesBefore, int times) {
    BatchHandle batch = ended();
    sandbox.openAi().faults().on(Operation.RESULTS).after(filesBefore).times(times).respond(404);

    assertComplete(batch);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLOSE")
  void anInterruptedShortFileIsResumed(Framing framing) {
    BatchHandle batch = ended();
    sandbox.openAi().faults().on(Operation.RESULTS).dropBodyAfter(100, framing);

    assertComplete(batch);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aFileThatStaysAwayLeavesTheOther(int deleted) {
    BatchHandle batch = ended();
    sandbox.openAi().faults().on(Operation.RESULTS).after(deleted).times(8).respond(404);
    try (BatchResults results = batch.results()) {
      ResultsAudit audit = new ResultsAudit(IDS);
      results.forEach(audit::add);
      assertThat(audit.unidentified()).isEqualTo(1);
      assertThat(audit.missing()).hasSize(deleted == 0 ? 2 : 1);
    }
  }
}
