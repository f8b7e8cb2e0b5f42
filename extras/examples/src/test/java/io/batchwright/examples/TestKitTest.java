package io.batchwright.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.ApiError;
import io.batchwright.BatchClient;
import io.batchwright.BatchException;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchRef;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.ErrorKind;
import io.batchwright.Finish;
import io.batchwright.ProviderException;
import io.batchwright.RateLimitedException;
import io.batchwright.RequestCounts;
import io.batchwright.ResultsAudit;
import io.batchwright.ResultsOptions;
import io.batchwright.ResultsSummary;
import io.batchwright.SubmitException;
import io.batchwright.Usage;
import io.batchwright.anthropic.Anthropic;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.Sandbox;
import io.batchwright.sandbox.SandboxReply;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What docs/testing.md shows: tests of code that uses the library. */
class TestKitTest {
  private static BatchClient clientOf(Sandbox sandbox) {
    // docs: client
    return Anthropic.builder().apiKey("any").baseUrl(sandbox.anthropicUrl()).build();
    // docs: end
  }

  private static BatchRequest request(String customId) {
    return BatchRequest.of(
        customId,
        Map.of(
            "model",
            "claude-haiku-4-5",
            "max_tokens",
            64,
            "messages",
            List.of(Map.of("role", "user", "content", "Hello"))));
  }

  @Test
  void aBatchRunsInTheSandbox() throws InterruptedException {
    // docs: replies
    Sandbox.Builder builder =
        Sandbox.builder()
            .batchTime(Duration.ZERO) // a batch ends as soon as it is created
            .replies(
                request ->
                    request.customId().equals("long")
                        ? SandboxReply.cutOff("The first half of")
                        : SandboxReply.text("ok"));
    // docs: end
    // docs: sandbox
    try (Sandbox sandbox = builder.start();
        BatchClient client = clientOf(sandbox)) {
      BatchHandle batch = client.submit(BatchInput.of(request("short"), request("long")));
      batch.await(Duration.ofMinutes(1));
      ResultsSummary summary = new ResultsSummary();
      try (BatchResults results = batch.results()) {
        results.forEach(summary::add);
      }
      assertThat(summary.count(Finish.Reason.LENGTH)).isOne();
      assertThat(sandbox.anthropic().created()).isOne();
    }
    // docs: end
  }

  @Test
  void aCreateWhoseResponseIsLostIsFound() {
    try (Sandbox sandbox = Sandbox.start();
        BatchClient client = clientOf(sandbox)) {
      // docs: faults
      sandbox.anthropic().faults().on(Operation.CREATE).loseResponse();
      assertThatThrownBy(() -> client.submit(BatchInput.of(request("one"))))
          .isInstanceOfSatisfying(
              SubmitException.class,
              e -> assertThat(client.findSubmitted(e.attempt()).batches()).hasSize(1));
      // docs: end
      assertThat(sandbox.anthropic().created()).isOne();
    }
  }

  @Test
  void resultsThatAreMissingOrExpiredAreSentAgain() throws InterruptedException {
    try (Sandbox sandbox = Sandbox.builder().batchTime(Duration.ZERO).start();
        BatchClient client = clientOf(sandbox)) {
      // docs: script
      sandbox.anthropic().scriptNext().expire("one").dropLine("two");
      BatchHandle batch = client.submit(BatchInput.of(request("one"), request("two")));
      batch.await(Duration.ofMinutes(1));
      ResultsAudit audit = new ResultsAudit(List.of("one", "two"));
      try (BatchResults results = batch.results()) {
        results.forEach(audit::add);
      }
      assertThat(audit.toResend()).containsExactly("one", "two");
      // docs: end
    }
  }

  @Test
  void hoursPassWhenTheTestSaysSo() {
    // docs: time
    Instant start = Instant.now();
    AtomicLong hours = new AtomicLong();
    Sandbox.Builder builder =
        Sandbox.builder()
            .batchTime(Duration.ofHours(5))
            .time(() -> start.plus(Duration.ofHours(hours.get())));
    try (Sandbox sandbox = builder.start();
        BatchClient client = clientOf(sandbox)) {
      BatchHandle batch = client.submit(BatchInput.of(request("one")));
      assertThat(batch.status().state()).isEqualTo(BatchState.RUNNING);
      hours.set(6);
      assertThat(batch.status().state()).isEqualTo(BatchState.SUCCEEDED);
    }
    // docs: end
  }

  @Test
  void realResultsComeFromLines() {
    // docs: results
    String line =
        """
        {"custom_id":"one","result":{"type":"succeeded","message":{"type":"message",
        "role":"assistant","content":[{"type":"text","text":"Hello"}],"stop_reason":"end_turn",
        "usage":{"input_tokens":3,"output_tokens":1}}}}"""
            .replace("\n", "");
    InputStream lines = new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8));
    try (BatchResults results = Anthropic.readResults(lines, ResultsOptions.defaults())) {
      BatchResult result = results.iterator().next();
      assertThat(result.succeeded().orElseThrow().text()).isEqualTo("Hello");
    }
    // docs: end
  }

  @Test
  void valuesAreBuiltByHand() {
    // docs: values
    BatchStatus status =
        BatchStatus.builder(BatchRef.parse("anthropic:msgbatch_01"), BatchState.EXPIRED)
            .counts(RequestCounts.builder().total(2).succeeded(1).expired(1).build())
            .build();
    Usage usage = Usage.builder().input(30).output(10).build();
    ApiError error =
        ApiError.builder(ErrorKind.RATE_LIMITED)
            .message("Too many requests")
            .httpStatus(429)
            .build();
    BatchException exception =
        ProviderException.of("anthropic", "create batch", false, error, Duration.ofSeconds(30));
    // docs: end
    assertThat(status.state().terminal()).isTrue();
    assertThat(usage.plus(usage).output()).isEqualTo(20);
    assertThat(exception).isInstanceOf(RateLimitedException.class);
    assertThat(exception.retryable()).isTrue();
  }
}
