package io.batchwright.conformance.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.batchwright.conformance.bed.TestBed;
import io.batchwright.conformance.node.NeedsNode;
import io.batchwright.conformance.node.Script;
import io.batchwright.conformance.node.SdkError;
import io.batchwright.conformance.node.SdkValue;
import io.batchwright.conformance.table.Lacks;
import io.batchwright.conformance.table.Sdk;
import io.batchwright.conformance.table.Shows;
import io.batchwright.conformance.table.Step;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.SandboxCall;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Sdk
@NeedsNode("@anthropic-ai/sdk")
class AnthropicNpmTest {
  @RegisterExtension static final Script SDK = new Script("anthropic.mjs");

  @RegisterExtension final TestBed bed = new TestBed();

  @BeforeEach
  void connect() {
    connect(TestBed.KEY);
  }

  private void connect(String key) {
    SDK.call("connect", bed.sandbox().anthropicUrl(), key);
  }

  private ProviderControl provider() {
    return bed.sandbox().anthropic();
  }

  private String create(Object... customIds) {
    return SDK.call("create", customIds).text("id");
  }

  private SdkValue retrieve(String id) {
    return SDK.call("retrieve", id);
  }

  private List<SdkValue> results(String id) {
    return SDK.call("results", id).items();
  }

  private SdkValue result(String id, String customId) {
    return results(id).stream()
        .filter(line -> line.text("custom_id").equals(customId))
        .map(line -> line.at("result"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Shows(Step.CREATE)
  void creates() {
    SdkValue batch = SDK.call("create", "a", "b");

    assertThat(batch.text("processing_status")).isEqualTo("in_progress");
    assertThat(batch.number("request_counts.processing")).isEqualTo(2);
    assertThat(OffsetDateTime.parse(batch.text("created_at")).toInstant()).isEqualTo(bed.now());
    assertThat(batch.lacks("ended_at")).isTrue();
    assertThat(batch.lacks("results_url")).isTrue();
  }

  @Test
  @Shows(Step.CREATE)
  void sendsTheNewerVersionAndTheKeyAsABearerToken() {
    create("a");
    SandboxCall create = provider().requests().get(0);

    assertThat(create.header("anthropic-version")).isEqualTo("2026-10-21");
    assertThat(create.header("authorization")).isEqualTo("Bearer " + TestBed.KEY);
  }

  @Test
  @Shows(Step.POLL)
  void polls() {
    String id = create("a", "b", "c");
    bed.runHalf();
    SdkValue running = retrieve(id);
    bed.runHalf();
    SdkValue ended = retrieve(id);

    assertThat(running.text("processing_status")).isEqualTo("in_progress");
    assertThat(running.number("request_counts.processing")).isEqualTo(3);
    assertThat(ended.text("processing_status")).isEqualTo("ended");
    assertThat(ended.number("request_counts.succeeded")).isEqualTo(3);
    assertThat(OffsetDateTime.parse(ended.text("ended_at")).toInstant()).isEqualTo(bed.now());
  }

  @Test
  @Shows(Step.RESULTS)
  void readsResults() {
    String id = create("a", "b");
    bed.runAll();
    SdkValue message = result(id, "a").at("message");

    assertThat(results(id))
        .extracting(line -> line.text("custom_id"))
        .containsExactlyInAnyOrder("a", "b");
    assertThat(message.text("content.0.text")).isEqualTo("Sandbox answer to a: Hello a");
    assertThat(message.number("usage.input_tokens")).isPositive();
    assertThat(message.text("usage.service_tier")).isEqualTo("batch");
  }

  @Test
  @Shows(Step.RESULTS)
  void readsExpiredRequests() {
    provider().scriptNext().expire("b");
    String id = create("a", "b");
    bed.runAll();

    assertThat(result(id, "b").text("type")).isEqualTo("expired");
    assertThat(retrieve(id).number("request_counts.expired")).isEqualTo(1);
  }

  @Test
  @Shows(Step.LIST_PAGES)
  void listsOverPages() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) ids.add(create("a"));
    Collections.reverse(ids);

    assertThat(SDK.call("list", 2).items()).extracting(b -> b.text("id")).isEqualTo(ids);
    assertThat(provider().count(Operation.LIST)).isEqualTo(3);
  }

  @Test
  @Shows(Step.CANCEL)
  void cancels() {
    String id = create("a", "b");
    bed.runHalf();
    SdkValue cancelling = SDK.call("cancel", id);
    bed.runAll();

    assertThat(cancelling.text("processing_status")).isEqualTo("canceling");
    assertThat(cancelling.lacks("cancel_initiated_at")).isFalse();
    assertThat(retrieve(id).number("request_counts.canceled")).isEqualTo(1);
    assertThat(results(id))
        .extracting(line -> line.text("result.type"))
        .containsExactlyInAnyOrder("succeeded", "canceled");
  }

  @Test
  @Shows(Step.DELETE)
  void deletes() {
    String id = create("a");
    bed.runAll();
    SdkValue deleted = SDK.call("delete", id);

    assertThat(deleted.text("type")).isEqualTo("message_batch_deleted");
    assertThat(deleted.text("id")).isEqualTo(id);
    assertThat(provider().ids()).isEmpty();
  }

  @Test
  @Shows(Step.FAILED_REQUEST)
  void readsAFailedRequest() {
    String id = create("a", "b-errored-1");
    bed.runAll();
    SdkValue failed = result(id, "b-errored-1");

    assertThat(retrieve(id).number("request_counts.errored")).isEqualTo(1);
    assertThat(failed.text("type")).isEqualTo("errored");
    assertThat(failed.text("error.error.type")).isEqualTo("api_error");
    assertThat(failed.text("error.error.message")).isEqualTo("Asked for by its id.");
  }

  /** The provider has no such state, so a batch that is scripted to fail ends like any other. */
  @Test
  @Lacks(Step.FAILED_BATCH)
  void hasNoStatusForABatchThatFailed() {
    provider().scriptNext().failBatch();
    String id = create("a");
    bed.runAll();

    assertThat(retrieve(id).text("processing_status")).isEqualTo("ended");
    assertThat(result(id, "a").text("type")).isEqualTo("succeeded");
  }

  private static SdkError refusal(String id) {
    return catchThrowableOfType(SdkError.class, () -> SDK.call("retrieve", id));
  }

  @Test
  @Shows(Step.HTTP_401)
  void reportsAWrongKey() {
    connect(TestBed.WRONG_KEY);
    SdkError error = refusal("msgbatch_1");

    assertThat(error.kind()).isEqualTo("AuthenticationError");
    assertThat(error.details().text("type")).isEqualTo("authentication_error");
  }

  @Test
  @Shows(Step.HTTP_404)
  void reportsAnUnknownBatch() {
    SdkError error = refusal("msgbatch_1");

    assertThat(error.kind()).isEqualTo("NotFoundError");
    assertThat(error.details().text("type")).isEqualTo("not_found_error");
  }

  @Test
  @Shows(Step.HTTP_429)
  void reportsARateLimit() {
    String id = create("a");
    provider().faults().on(Operation.RETRIEVE).header("retry-after", "7").respond(429);
    SdkError error = refusal(id);

    assertThat(error.kind()).isEqualTo("RateLimitError");
    assertThat(error.details().text("type")).isEqualTo("rate_limit_error");
    assertThat(error.details().text("retryAfter")).isEqualTo("7");
    assertThat(retrieve(id).text("id")).isEqualTo(id);
  }
}
