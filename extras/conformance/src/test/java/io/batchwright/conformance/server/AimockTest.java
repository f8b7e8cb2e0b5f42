package io.batchwright.conformance.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.AwaitOptions;
import io.batchwright.Batch;
import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchNotFoundException;
import io.batchwright.BatchRef;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.CancellingBatch;
import io.batchwright.Deleted;
import io.batchwright.ListOptions;
import io.batchwright.PollSchedule;
import io.batchwright.conformance.node.NeedsNode;
import io.batchwright.conformance.node.Server;
import io.batchwright.openai.OpenAi;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Our client with aimock, another implementation of OpenAI's protocol. It has no clock: a batch has
 * ended the second time it is polled.
 */
@NeedsNode("@copilotkit/aimock")
class AimockTest {
  /** In real time, like aimock. */
  static final AwaitOptions SOON =
      AwaitOptions.within(Duration.ofMinutes(1))
          .withSchedule(PollSchedule.every(Duration.ofMillis(1)));

  private static Server aimock;
  private static BatchClient client;

  @BeforeAll
  static void start() throws IOException {
    aimock = Server.aimock();
    client = OpenAi.builder().apiKey("any").baseUrl(aimock.url() + "/v1").build();
  }

  @AfterAll
  static void stop() {
    client.close();
    aimock.close();
  }

  static BatchInput questions() {
    Map<String, Object> body =
        Map.of("model", "m-1", "messages", List.of(Map.of("role", "user", "content", "Hello")));
    return BatchInput.of(BatchRequest.of("a", body), BatchRequest.of("b", body));
  }

  static List<String> responses(Batch batch) {
    List<String> responses = new ArrayList<>();
    try (BatchResults results = batch.results()) {
      for (BatchResult result : results) {
        String text = result instanceof BatchResult.Succeeded ok ? ok.text() : "" + result;
        responses.add(result.customId() + ": " + text);
      }
    }
    return responses;
  }

  @Test
  void submitsWaitsAndReads() throws InterruptedException {
    BatchHandle batch = client.submit(questions());
    BatchStatus ended = batch.await(SOON);

    assertThat(ended.state()).isEqualTo(BatchState.SUCCEEDED);
    assertThat(ended.counts().succeeded()).isEqualTo(2);
    assertThat(responses(batch))
        .containsExactly("a: Mock batch completion", "b: Mock batch completion");
  }

  @Test
  void seesABatchOnItsWay() {
    BatchHandle batch = client.submit(questions());

    assertThat(batch.status().state()).isEqualTo(BatchState.RUNNING);
    assertThat(batch.status().state()).isEqualTo(BatchState.SUCCEEDED);
  }

  @Test
  void lists() {
    BatchHandle older = client.submit(questions());
    BatchHandle newer = client.submit(questions());

    assertThat(client.list(ListOptions.all().withLimit(2)))
        .extracting(BatchStatus::ref)
        .containsExactly(newer.ref(), older.ref());
  }

  @Test
  void cancels() throws InterruptedException {
    CancellingBatch cancelling = client.submit(questions()).cancel().orElseThrow();

    assertThat(cancelling.await(SOON).state()).isEqualTo(BatchState.CANCELLED);
  }

  /** Not supported by aimock. */
  @Test
  void cancelsWhatHasEnded() throws InterruptedException {
    BatchHandle batch = client.submit(questions());
    batch.await(SOON);

    assertThat(batch.cancel().orElseThrow().status().state()).isEqualTo(BatchState.SUCCEEDED);
  }

  @Test
  void deletesTheFiles() throws InterruptedException {
    BatchHandle batch = client.submit(questions());
    batch.await(SOON);
    Deleted deleted = batch.delete().orElseThrow();

    assertThat(deleted.removed()).hasSize(2);
    assertThat(deleted.recordRemains()).isTrue();
  }

  @Test
  void reportsAnUnknownBatch() {
    BatchRef none = new BatchRef("openai", "batch-none", aimock.url());

    assertThatThrownBy(client.open(none)::status).isInstanceOf(BatchNotFoundException.class);
  }
}
