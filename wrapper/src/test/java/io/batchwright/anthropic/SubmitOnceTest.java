package io.batchwright.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.batchwright.BatchClient;
import io.batchwright.BatchInput;
import io.batchwright.BatchListener;
import io.batchwright.BatchRequest;
import io.batchwright.ListOptions;
import io.batchwright.SubmitException;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.Sandbox;
import io.batchwright.testing.ClosingServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Responses to a create that only Anthropic sends, and cases for which one provider suffices. */
class SubmitOnceTest {
  private static final BatchInput ONE =
      BatchInput.of(
          BatchRequest.of(
              "only-one", Map.of("model", "m", "max_tokens", 1, "messages", List.of())));

  private final Sandbox sandbox = Sandbox.start();
  private final BatchClient client =
      Anthropic.builder().apiKey("sandbox-key").baseUrl(sandbox.anthropicUrl()).build();

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  @Test
  void anOverloadedProviderTookNothing() {
    sandbox.anthropic().faults().on(Operation.CREATE).once().respond(529);
    SubmitException error = catchThrowableOfType(SubmitException.class, () -> client.submit(ONE));
    assertThat(error.delivery()).isEqualTo(SubmitException.Delivery.REJECTED);
    assertThat(error.retryable()).isTrue();
    assertThat(sandbox.anthropic().count(Operation.CREATE)).isOne();
  }

  @Test
  void anIdIsEnoughToKnowTheBatch() {
    String odd =
        "{\"id\":\"msgbatch_1\",\"processing_status\":7,\"request_counts\":[],\"created_at\":false}";
    sandbox
        .anthropic()
        .faults()
        .on(Operation.CREATE)
        .once()
        .respond(200, Map.of("content-type", "application/json"), odd);
    assertThat(client.submit(ONE).ref().id()).isEqualTo("msgbatch_1");
  }

  @Test
  void aPooledConnectionThatTheServerClosedIsNotUsedForTheCreate() throws Exception {
    List<String> bodies = List.of("{\"data\":[],\"has_more\":false}", "{\"id\":\"msgbatch_1\"}");
    try (ClosingServer server = new ClosingServer(bodies);
        BatchClient pooled = Anthropic.builder().apiKey("k").baseUrl(server.url()).build()) {
      assertThat(pooled.list(ListOptions.all())).isEmpty();
      assertThat(server.awaitClosed()).startsWith("GET ");
      assertThat(pooled.submit(ONE).ref().id()).isEqualTo("msgbatch_1");
      assertThat(server.awaitClosed()).startsWith("POST ");
    }
  }

  @Test
  void anExecutorThatThrowsDoesNotLoseTheBatch() {
    try (BatchClient broken =
        Anthropic.builder()
            .apiKey("k")
            .baseUrl(sandbox.anthropicUrl())
            .listener(new BatchListener() {})
            .callbackExecutor(
                task -> {
                  throw new IllegalArgumentException("no room");
                })
            .build()) {
      assertThat(broken.submit(ONE).ref().id()).isEqualTo(sandbox.anthropic().ids().get(0));
    }
  }
}
