package io.batchwright.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchListener;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.BatchStatus;
import io.batchwright.client.anthropic.model.Message;
import io.batchwright.internal.client.AdapterClient;
import io.batchwright.internal.wait.Events;
import io.batchwright.sandbox.Sandbox;
import io.batchwright.testing.Adapters;
import io.batchwright.testing.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The parts of the lifecycle that only Anthropic has; the rest is the contract of all providers.
 */
class AnthropicLifecycleTest {
  private final VirtualClock timer = new VirtualClock();
  private final Sandbox sandbox =
      Sandbox.builder().time(timer::now).batchTime(Duration.ofHours(1)).start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  private BatchClient client(Anthropic.Builder builder) {
    return new AdapterClient(
        Adapters.of(builder.apiKey("sandbox-key").baseUrl(sandbox.anthropicUrl())),
        new Events(BatchListener.NONE, Runnable::run, Runnable::run),
        timer);
  }

  @Test
  void aBatchReportsAnthropicsOwnStates() {
    try (BatchClient client = client(Anthropic.builder())) {
      BatchHandle batch = client.submit(request());
      assertThat(batch.status().counts().processing()).isOne();

      timer.advance(Duration.ofHours(1));
      BatchStatus end = batch.status();
      assertThat(end.rawState()).isEqualTo("ended");
      assertThat(end.expiresAt()).isEqualTo(VirtualClock.START.plus(Duration.ofDays(1)));
      assertThat(end.rawJson()).startsWith("{\"id\":\"msgbatch_");
      try (BatchResults results = batch.results()) {
        assertThat(results.iterator().next())
            .isInstanceOfSatisfying(
                BatchResult.Succeeded.class,
                ok -> assertThat(ok.decode(Message.class).getStopReason()).isEqualTo("end_turn"));
      }
    }
  }

  @Test
  void theNewerVersionAndBearerWorkTheSame() {
    Anthropic.Builder newer =
        Anthropic.builder()
            .apiVersion(Anthropic.VERSION_2026_10_21)
            .bearerAuth()
            .beta("output-300k-2026-03-24");
    try (BatchClient client = client(newer)) {
      BatchHandle batch = client.submit(request());
      timer.advance(Duration.ofHours(1));
      try (BatchResults results = batch.results()) {
        assertThat(results.iterator().next()).isInstanceOf(BatchResult.Succeeded.class);
      }
    }
    assertThat(sandbox.anthropic().requests())
        .hasSize(2)
        .allSatisfy(
            call -> {
              assertThat(call.header("anthropic-version")).isEqualTo("2026-10-21");
              assertThat(call.header("authorization")).isEqualTo("Bearer sandbox-key");
              assertThat(call.header("x-api-key")).isNull();
              assertThat(call.header("anthropic-beta")).isEqualTo("output-300k-2026-03-24");
            });
  }

  private static BatchInput request() {
    List<Object> messages = List.of(Map.of("role", "user", "content", "Question"));
    return BatchInput.of(
        BatchRequest.of(
            "q-1", Map.of("model", "claude-haiku-4-5", "max_tokens", 64, "messages", messages)));
  }
}
