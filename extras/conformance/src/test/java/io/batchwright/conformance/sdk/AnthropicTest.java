package io.batchwright.conformance.sdk;

import static io.batchwright.conformance.known.Leftovers.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.NotFoundException;
import com.anthropic.errors.RateLimitException;
import com.anthropic.errors.UnauthorizedException;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.batches.BatchCreateParams;
import com.anthropic.models.messages.batches.BatchListParams;
import com.anthropic.models.messages.batches.DeletedMessageBatch;
import com.anthropic.models.messages.batches.MessageBatch;
import com.anthropic.models.messages.batches.MessageBatch.ProcessingStatus;
import com.anthropic.models.messages.batches.MessageBatchIndividualResponse;
import com.anthropic.models.messages.batches.MessageBatchResult;
import com.anthropic.services.blocking.messages.BatchService;
import io.batchwright.conformance.bed.TestBed;
import io.batchwright.conformance.table.Lacks;
import io.batchwright.conformance.table.Sdk;
import io.batchwright.conformance.table.Shows;
import io.batchwright.conformance.table.Step;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.SandboxCall;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs twice: with the SDK for the older version of the API, and with the newest. */
@Sdk(BatchService.class)
class AnthropicTest {
  /** Recorded in real responses, but in no specification. */
  private static final List<String> IN_NO_SPEC =
      List.of(".result.errored.error.error.apiError.details");

  @RegisterExtension final TestBed bed = new TestBed();

  private BatchService batches;

  @BeforeEach
  void connect() {
    batches = client(TestBed.KEY);
  }

  private BatchService client(String key) {
    AnthropicClient client =
        AnthropicOkHttpClient.builder()
            .apiKey(key)
            .baseUrl(bed.sandbox().anthropicUrl())
            .maxRetries(0)
            .build();
    return client.messages().batches();
  }

  private ProviderControl provider() {
    return bed.sandbox().anthropic();
  }

  private String create(String... customIds) {
    BatchCreateParams.Builder params = BatchCreateParams.builder();
    for (String id : customIds) {
      params.addRequest(
          BatchCreateParams.Request.builder()
              .customId(id)
              .params(
                  BatchCreateParams.Request.Params.builder()
                      .model("claude-haiku-4-5")
                      .maxTokens(100)
                      .addUserMessage("Hello " + id)
                      .build())
              .build());
    }
    MessageBatch batch = batches.create(params.build());
    assertThat(in(batch)).isEmpty();
    return batch.id();
  }

  private MessageBatch retrieve(String id) {
    MessageBatch batch = batches.retrieve(id);
    assertThat(in(batch)).isEmpty();
    return batch;
  }

  private List<MessageBatchIndividualResponse> results(String id) {
    try (StreamResponse<MessageBatchIndividualResponse> lines = batches.resultsStreaming(id)) {
      List<MessageBatchIndividualResponse> results = lines.stream().toList();
      assertThat(results).allSatisfy(line -> assertThat(in(line)).isSubsetOf(IN_NO_SPEC));
      return results;
    }
  }

  private MessageBatchResult result(String id, String customId) {
    return results(id).stream()
        .filter(line -> line.customId().equals(customId))
        .map(MessageBatchIndividualResponse::result)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Shows(Step.CREATE)
  void creates() {
    MessageBatch batch = retrieve(create("a", "b"));

    assertThat(batch.processingStatus()).isEqualTo(ProcessingStatus.IN_PROGRESS);
    assertThat(batch.requestCounts().processing()).isEqualTo(2);
    assertThat(batch.createdAt().toInstant()).isEqualTo(bed.now());
    assertThat(batch.expiresAt()).isEqualTo(batch.createdAt().plusHours(24));
    assertThat(batch.endedAt()).isEmpty();
    assertThat(batch.resultsUrl()).isEmpty();
  }

  @Test
  @Shows(Step.CREATE)
  void sendsItsVersionWithTheKeyInTheHeaderOfThatVersion() {
    create("a");
    SandboxCall create = provider().requests().get(0);

    if ("2023-06-01".equals(create.header("anthropic-version"))) {
      assertThat(create.header("x-api-key")).isEqualTo(TestBed.KEY);
    } else {
      assertThat(create.header("anthropic-version")).isEqualTo("2026-10-21");
      assertThat(create.header("authorization")).isEqualTo("Bearer " + TestBed.KEY);
    }
  }

  @Test
  @Shows(Step.POLL)
  void polls() {
    String id = create("a", "b", "c");
    bed.runHalf();
    MessageBatch running = retrieve(id);
    bed.runHalf();
    MessageBatch ended = retrieve(id);

    assertThat(running.processingStatus()).isEqualTo(ProcessingStatus.IN_PROGRESS);
    assertThat(running.requestCounts().processing()).isEqualTo(3);
    assertThat(ended.processingStatus()).isEqualTo(ProcessingStatus.ENDED);
    assertThat(ended.requestCounts().succeeded()).isEqualTo(3);
    assertThat(ended.endedAt().orElseThrow())
        .isEqualTo(ended.createdAt().plus(10, ChronoUnit.MINUTES));
    assertThat(ended.resultsUrl().orElseThrow()).startsWith(bed.sandbox().anthropicUrl());
  }

  /** The precondition of all other tests here. */
  @Test
  void detectsWhatTheSdkDoesNotUnderstand() {
    String id = create("a");
    provider().script(id).unknownFields().status("thinking");

    assertThat(in(batches.retrieve(id)))
        .contains(".sandbox_unknown", ".processingStatus = thinking");
  }

  @Test
  @Shows(Step.RESULTS)
  void readsResults() {
    String id = create("a", "b");
    bed.runAll();
    Message message = result(id, "a").asSucceeded().message();

    assertThat(results(id))
        .extracting(MessageBatchIndividualResponse::customId)
        .containsExactlyInAnyOrder("a", "b");
    assertThat(message.content().get(0).asText().text()).isEqualTo("Sandbox answer to a: Hello a");
    assertThat(message.model().asString()).isEqualTo("claude-haiku-4-5-20251001");
    assertThat(message.usage().inputTokens()).isPositive();
    assertThat(message.usage().serviceTier().orElseThrow().asString()).isEqualTo("batch");
  }

  @Test
  @Shows(Step.RESULTS)
  void readsExpiredRequests() {
    provider().scriptNext().expire("b");
    String id = create("a", "b");
    bed.runAll();

    assertThat(result(id, "b").isExpired()).isTrue();
    assertThat(retrieve(id).requestCounts().expired()).isEqualTo(1);
  }

  @Test
  @Shows(Step.LIST_PAGES)
  void listsOverPages() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) ids.add(create("a"));
    Collections.reverse(ids);
    List<String> listed = new ArrayList<>();
    for (MessageBatch batch :
        batches.list(BatchListParams.builder().limit(2).build()).autoPager()) {
      assertThat(in(batch)).isEmpty();
      listed.add(batch.id());
    }

    assertThat(listed).isEqualTo(ids);
    assertThat(provider().count(Operation.LIST)).isEqualTo(3);
  }

  @Test
  @Shows(Step.CANCEL)
  void cancels() {
    String id = create("a", "b");
    bed.runHalf();
    MessageBatch cancelling = batches.cancel(id);
    bed.runAll();
    MessageBatch ended = retrieve(id);

    assertThat(in(cancelling)).isEmpty();
    assertThat(cancelling.processingStatus()).isEqualTo(ProcessingStatus.CANCELING);
    assertThat(cancelling.cancelInitiatedAt()).isPresent();
    assertThat(ended.requestCounts().canceled()).isEqualTo(1);
    assertThat(results(id)).filteredOn(line -> line.result().isCanceled()).hasSize(1);
  }

  @Test
  @Shows(Step.DELETE)
  void deletes() {
    String id = create("a");
    bed.runAll();
    DeletedMessageBatch deleted = batches.delete(id);

    assertThat(in(deleted)).isEmpty();
    assertThat(deleted.id()).isEqualTo(id);
    assertThat(provider().ids()).isEmpty();
  }

  @Test
  @Shows(Step.FAILED_REQUEST)
  void readsAFailedRequest() {
    String id = create("a", "b-errored-1");
    bed.runAll();
    MessageBatchResult failed = result(id, "b-errored-1");

    assertThat(retrieve(id).requestCounts().errored()).isEqualTo(1);
    assertThat(failed.asErrored().error().error().isApiError()).isTrue();
    assertThat(failed.asErrored().error().error().asApiError().message())
        .isEqualTo("Asked for by its id.");
  }

  @Test
  @Lacks(Step.FAILED_BATCH)
  void hasNoStatusForABatchThatFailed() {
    assertThat(ProcessingStatus.Known.values())
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("IN_PROGRESS", "CANCELING", "ENDED");
  }

  @Test
  @Shows(Step.HTTP_401)
  void reportsAWrongKey() {
    assertThatThrownBy(() -> client(TestBed.WRONG_KEY).retrieve("msgbatch_1"))
        .isInstanceOfSatisfying(
            UnauthorizedException.class,
            e -> assertThat(e.body().toString()).contains("authentication_error"));
  }

  @Test
  @Shows(Step.HTTP_404)
  void reportsAnUnknownBatch() {
    assertThatThrownBy(() -> batches.retrieve("msgbatch_1"))
        .isInstanceOfSatisfying(
            NotFoundException.class,
            e -> assertThat(e.body().toString()).contains("not_found_error"));
  }

  @Test
  @Shows(Step.HTTP_429)
  void reportsARateLimit() {
    String id = create("a");
    provider().faults().on(Operation.RETRIEVE).header("retry-after", "7").respond(429);

    assertThatThrownBy(() -> batches.retrieve(id))
        .isInstanceOfSatisfying(
            RateLimitException.class,
            e -> {
              assertThat(e.headers().values("retry-after")).containsExactly("7");
              assertThat(e.body().toString()).contains("rate_limit_error");
            });
    assertThat(retrieve(id).id()).isEqualTo(id);
  }
}
