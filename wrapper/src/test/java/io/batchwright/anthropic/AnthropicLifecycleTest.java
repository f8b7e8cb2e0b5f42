package io.batchwright.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.batchwright.AwaitOptions;
import io.batchwright.Batch;
import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchListener;
import io.batchwright.BatchNotFoundException;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.CancellingBatch;
import io.batchwright.Deleted;
import io.batchwright.ListOptions;
import io.batchwright.NoResultsException;
import io.batchwright.NotEndedException;
import io.batchwright.Outcome;
import io.batchwright.ResultsAudit;
import io.batchwright.ResultsSummary;
import io.batchwright.client.anthropic.model.Message;
import io.batchwright.internal.handle.ProviderClient;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.Sandbox;
import io.batchwright.testing.VirtualTimer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch's whole life against the sandbox, in virtual time. */
class AnthropicLifecycleTest {
  private static final Duration BATCH_TIME = Duration.ofHours(1);

  private final VirtualTimer timer = new VirtualTimer();
  private final Sandbox sandbox =
      Sandbox.builder()
          .time(timer::now)
          .batchTime(BATCH_TIME)
          .cancelTime(Duration.ofMinutes(5))
          .start();
  private final ProviderControl control = sandbox.anthropic();
  private final BatchClient client = client(Anthropic.builder());

  private BatchClient client(Anthropic.Builder builder) {
    return ProviderClient.of(
        builder.apiKey("sandbox-key").baseUrl(sandbox.anthropicUrl()).buildProvider(),
        BatchListener.NONE,
        Runnable::run,
        timer);
  }

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  @Test
  void runsToItsEndAndAnswersEveryRequestOnce() {
    BatchHandle batch = client.submit(requests(200));
    assertThat(batch.status().state()).isEqualTo(BatchState.RUNNING);
    assertThat(batch.status().counts().processing()).isEqualTo(200);

    BatchStatus end = awaitEnd(batch);
    assertThat(end.state()).isEqualTo(BatchState.SUCCEEDED);
    assertThat(end.rawState()).isEqualTo("ended");
    assertThat(end.counts().succeeded()).isEqualTo(200);
    assertThat(end.expiresAt()).isEqualTo(VirtualTimer.START.plus(Duration.ofDays(1)));
    assertThat(end.rawJson()).startsWith("{\"id\":\"msgbatch_");

    try (BatchResults results = batch.results()) {
      ResultsAudit audit = results.audit(ids(200));
      ResultsSummary summary = results.summary();
      for (BatchResult result : results) {
        assertThat(result).isInstanceOf(BatchResult.Succeeded.class);
        BatchResult.Succeeded ok = (BatchResult.Succeeded) result;
        assertThat(ok.body().text()).contains(ok.customId());
        assertThat(ok.body().as(Message.class).getStopReason()).isEqualTo("end_turn");
      }
      assertThat(audit.clean()).isTrue();
      assertThat(summary.succeeded()).isEqualTo(200);
      assertThat(summary.usage().outputTokens()).isPositive();
    }
  }

  @Test
  void theNewerVersionAndBearerWorkTheSame() {
    try (BatchClient newer =
        client(
            Anthropic.builder()
                .apiVersion(Anthropic.VERSION_2026_10_21)
                .bearerAuth()
                .beta("output-300k-2026-03-24"))) {
      BatchHandle batch = newer.submit(requests(3));
      assertThat(awaitEnd(batch).state()).isEqualTo(BatchState.SUCCEEDED);
      assertThat(outcomes(batch, BatchResult.Succeeded.class)).hasSize(3);
    }
    assertThat(control.requests())
        .allSatisfy(
            call -> {
              assertThat(call.headers().get("anthropic-version")).isEqualTo("2026-10-21");
              assertThat(call.headers().get("authorization")).isEqualTo("Bearer sandbox-key");
              assertThat(call.headers().get("x-api-key")).isNull();
              assertThat(call.headers().get("anthropic-beta")).isEqualTo("output-300k-2026-03-24");
            });
  }

  @Test
  void aCancelKeepsWhatHadRun() {
    BatchHandle batch = client.submit(requests(100));
    timer.advance(BATCH_TIME.dividedBy(2));
    CancellingBatch stopping = batch.cancel().orElseThrow();
    assertThat(stopping.status().state()).isEqualTo(BatchState.CANCELLING);

    assertThat(awaitEnd(stopping).state()).isEqualTo(BatchState.CANCELLED);
    assertThat(outcomes(stopping, BatchResult.Succeeded.class)).hasSize(50);
    assertThat(outcomes(stopping, BatchResult.Cancelled.class)).hasSize(50);
    assertThat(stopping.delete().orElseThrow().recordRemains()).isFalse();
  }

  @Test
  void cancellingWhatHasEndedIsDone() {
    BatchHandle batch = client.submit(requests(2));
    timer.advance(BATCH_TIME);
    CancellingBatch ended = batch.cancel().orElseThrow();
    assertThat(ended.status().state()).isEqualTo(BatchState.SUCCEEDED);
    assertThat(outcomes(ended, BatchResult.Succeeded.class)).hasSize(2);
  }

  @Test
  void anExpiredBatchGivesItsPartialResults() {
    control.scriptNext().expire("q-000001");
    BatchHandle partly = client.submit(requests(2));
    control.scriptNext().expireAll();
    BatchHandle wholly = client.submit(requests(2));
    assertThat(awaitEnd(partly).state()).isEqualTo(BatchState.SUCCEEDED);
    assertThat(awaitEnd(wholly).state()).isEqualTo(BatchState.EXPIRED);
    assertThat(outcomes(partly, BatchResult.Succeeded.class)).hasSize(1);
    assertThat(outcomes(wholly, BatchResult.Expired.class)).hasSize(2);
  }

  @Test
  void failedRequestsAreErroredLinesOfABatchThatSucceeded() {
    control.scriptNext().fail("q-000000");
    BatchHandle batch = client.submit(requests(2));
    assertThat(awaitEnd(batch).state()).isEqualTo(BatchState.SUCCEEDED);
    List<BatchResult> errored = outcomes(batch, BatchResult.Errored.class);
    assertThat(errored).hasSize(1);
    BatchResult.Errored error = (BatchResult.Errored) errored.get(0);
    assertThat(error.error().type()).isNotNull();
    assertThat(error.body().json().has("error")).isTrue();
  }

  @Test
  void deletingARunningBatchHandsItBack() {
    BatchHandle batch = client.submit(requests(1));
    Outcome<Deleted, BatchHandle> refused = batch.delete();
    assertThat(refused).isInstanceOf(Outcome.HandedBack.class);
    Outcome.HandedBack<Deleted, BatchHandle> kept =
        (Outcome.HandedBack<Deleted, BatchHandle>) refused;
    assertThat(kept.error()).isInstanceOf(NotEndedException.class);

    timer.advance(BATCH_TIME);
    assertThat(kept.handle().delete().orElseThrow().removed()).containsExactly(batch.ref().id());
    assertThatThrownBy(() -> client.open(batch.ref()).status())
        .isInstanceOf(BatchNotFoundException.class);
    assertThatThrownBy(() -> client.open(batch.ref()).results())
        .isInstanceOf(BatchNotFoundException.class);
  }

  @Test
  void resultsOfARunningBatchAreNotThereYet() {
    BatchHandle batch = client.submit(requests(1));
    NotEndedException error = catchThrowableOfType(NotEndedException.class, batch::results);
    assertThat(error.status().state()).isEqualTo(BatchState.RUNNING);
  }

  @Test
  void resultsThatAreNotFoundForAMomentAreAskedForAgain() {
    BatchHandle batch = client.submit(requests(1));
    timer.advance(BATCH_TIME);
    control.faults().on(Operation.RESULTS).times(2).answer(404);
    assertThat(outcomes(batch, BatchResult.Succeeded.class)).hasSize(1);
    assertThat(timer.sleeps()).hasSize(2);

    control.faults().on(Operation.RESULTS).always().answer(404);
    assertThatThrownBy(batch::results).isInstanceOf(NoResultsException.class);
  }

  @Test
  void aDroppedConnectionLosesAndDoublesNothing() {
    control.scriptNext().reshuffle();
    BatchHandle batch = client.submit(requests(200));
    timer.advance(BATCH_TIME);
    control.faults().on(Operation.RESULTS).once().dropBodyAfter(20_000);
    control.faults().on(Operation.RESULTS).after(1).once().dropBodyAfter(40_000);
    try (BatchResults results = batch.results()) {
      ResultsAudit audit = results.audit(ids(200));
      List<String> seen = new ArrayList<>();
      results.forEach(result -> seen.add(String.valueOf(result.customId())));
      assertThat(seen).hasSize(200).doesNotHaveDuplicates();
      assertThat(audit.clean()).isTrue();
    }
    assertThat(control.count(Operation.RESULTS)).isGreaterThan(2);
  }

  @Test
  void keptLinesReadAgainWithoutTheProvider(@TempDir Path folder) {
    control.scriptNext().fail("q-000003");
    BatchHandle batch = client.submit(requests(20));
    timer.advance(BATCH_TIME);
    Path file = folder.resolve("kept.jsonl");
    try (BatchResults results = batch.results()) {
      assertThat(results.saveTo(file)).isEqualTo(20);
    }
    try (BatchResults again = Anthropic.readResults(file)) {
      ResultsAudit audit = again.audit(ids(20));
      ResultsSummary summary = again.summary();
      again.forEach(result -> assertThat(result.customId()).isNotNull());
      assertThat(audit.clean()).isTrue();
      assertThat(summary.errored()).isOne();
    }
  }

  @Test
  void listsPageByPageAsFarAsItIsRead() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      ids.add(0, client.submit(requests(1)).ref().id());
      timer.advance(Duration.ofSeconds(1));
    }
    assertThat(listed(ListOptions.ALL)).isEqualTo(ids);
    assertThat(listed(ListOptions.limit(3))).isEqualTo(ids.subList(0, 3));
    assertThat(listed(ListOptions.ALL.after(ids.get(9)))).isEqualTo(ids.subList(10, 25));
    assertThat(listed(ListOptions.ALL.before(ids.get(4)))).isEqualTo(ids.subList(0, 4));
    assertThat(control.count(Operation.LIST)).isEqualTo(4);
  }

  @Test
  void aRefOfElsewhereIsRefused() {
    BatchHandle batch = client.submit(requests(1));
    assertThat(batch.ref().origin()).startsWith("http://127.0.0.1:");
    try (BatchClient real = Anthropic.builder().apiKey("k").build()) {
      assertThatThrownBy(() -> real.open(batch.ref())).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(client.open(batch.ref()).status().state()).isEqualTo(BatchState.RUNNING);
  }

  private BatchStatus awaitEnd(Batch batch) {
    CompletableFuture<BatchStatus> wait = batch.awaitAsync(AwaitOptions.within(Duration.ofDays(2)));
    timer.advance(BATCH_TIME.plus(Duration.ofMinutes(2)));
    assertThat(wait).isCompleted();
    return wait.join();
  }

  private List<String> listed(ListOptions options) {
    List<String> ids = new ArrayList<>();
    client.list(options).forEach(status -> ids.add(status.ref().id()));
    return ids;
  }

  private static List<BatchResult> outcomes(Batch batch, Class<? extends BatchResult> kind) {
    List<BatchResult> found = new ArrayList<>();
    try (BatchResults results = batch.results()) {
      results.forEach(
          result -> {
            if (kind.isInstance(result)) {
              found.add(result);
            }
          });
    }
    return found;
  }

  private static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(i -> "q-%06d".formatted(i)).toList();
  }

  private static BatchInput requests(int count) {
    return BatchInput.of(
        ids(count).stream()
            .map(
                id ->
                    BatchRequest.of(
                        id,
                        Map.of(
                            "model",
                            "claude-haiku-4-5",
                            "max_tokens",
                            64,
                            "messages",
                            List.of(Map.of("role", "user", "content", "Question " + id)))))
            .toList());
  }
}
