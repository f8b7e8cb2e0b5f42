package io.batchwright.conformance.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonParser;
import io.batchwright.conformance.bed.TestBed;
import io.batchwright.conformance.node.Script;
import io.batchwright.conformance.node.SdkError;
import io.batchwright.conformance.node.SdkValue;
import io.batchwright.conformance.table.Lacks;
import io.batchwright.conformance.table.Shows;
import io.batchwright.conformance.table.Step;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests of the npm package "openai" with every provider that it is documented to support. */
abstract class OpenAiNpmContract {
  @RegisterExtension static final Script SDK = new Script("openai.mjs");

  @RegisterExtension final TestBed bed = new TestBed();

  abstract String url(Sandbox sandbox);

  abstract ProviderControl provider();

  abstract String window();

  abstract String model();

  @BeforeEach
  void connect() {
    connect(TestBed.KEY);
  }

  private void connect(String key) {
    SDK.call("connect", url(bed.sandbox()), key);
  }

  private String lines(String... customIds) {
    StringBuilder lines = new StringBuilder();
    for (String id : customIds) {
      lines.append(
          """
          {"custom_id":"%s","method":"POST","url":"/v1/chat/completions","body":\
          {"model":"%s","messages":[{"role":"user","content":"Hello %s"}]}}
          """
              .formatted(id, model(), id));
    }
    return lines.toString();
  }

  final SdkValue create(String... customIds) {
    SdkValue file = SDK.call("upload", "in.jsonl", lines(customIds));
    return SDK.call("create", file.text("id"), window());
  }

  final SdkValue retrieve(SdkValue batch) {
    return SDK.call("retrieve", batch.text("id"));
  }

  private static List<SdkValue> lines(SdkValue batch, String file) {
    return SDK.call("content", batch.text(file))
        .json()
        .getAsString()
        .lines()
        .map(line -> new SdkValue(JsonParser.parseString(line)))
        .toList();
  }

  @Test
  @Shows(Step.CREATE)
  void creates() {
    SdkValue batch = create("a", "b");

    assertThat(batch.text("status")).isEqualTo("validating");
    assertThat(batch.text("endpoint")).isEqualTo("/v1/chat/completions");
    assertThat(batch.text("completion_window")).isEqualTo(window());
    assertThat(batch.number("created_at")).isEqualTo(bed.now().getEpochSecond());
    assertThat(batch.number("request_counts.total")).isZero();
    assertThat(batch.lacks("output_file_id")).isTrue();
  }

  @Test
  @Shows(Step.CREATE)
  void uploads() {
    SdkValue file = SDK.call("upload", "in.jsonl", lines("a"));

    assertThat(file.text("filename")).isEqualTo("in.jsonl");
    assertThat(file.text("purpose")).isEqualTo("batch");
    assertThat(file.number("bytes")).isEqualTo(lines("a").length());
  }

  @Test
  @Shows(Step.POLL)
  void polls() {
    SdkValue batch = create("a", "b", "c");
    bed.runHalf();
    SdkValue running = retrieve(batch);
    bed.runHalf();
    SdkValue ended = retrieve(batch);

    assertThat(running.text("status")).isEqualTo("in_progress");
    assertThat(running.number("request_counts.total")).isEqualTo(3);
    assertThat(ended.text("status")).isEqualTo("completed");
    assertThat(ended.number("request_counts.completed")).isEqualTo(3);
    assertThat(ended.number("completed_at")).isEqualTo(batch.number("created_at") + 600);
    assertThat(ended.lacks("error_file_id")).isTrue();
  }

  @Test
  @Shows(Step.RESULTS)
  void readsResults() {
    SdkValue batch = create("a", "b");
    bed.runAll();
    List<SdkValue> lines = lines(retrieve(batch), "output_file_id");

    assertThat(lines)
        .extracting(line -> line.text("response.body.choices.0.message.content"))
        .containsExactlyInAnyOrder("Sandbox answer to a: Hello a", "Sandbox answer to b: Hello b");
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line.number("response.status_code")).isEqualTo(200);
              assertThat(line.number("response.body.usage.total_tokens")).isEqualTo(18);
            });
  }

  @Test
  @Shows(Step.RESULTS)
  void readsWhatWasDoneBeforeTheBatchExpired() {
    provider().scriptNext().expire("b");
    SdkValue batch = create("a", "b");
    bed.runAll();
    SdkValue expired = retrieve(batch);

    assertThat(expired.text("status")).isEqualTo("expired");
    assertThat(lines(expired, "output_file_id"))
        .extracting(line -> line.text("custom_id"))
        .containsExactly("a");
    assertThat(lines(expired, "error_file_id"))
        .extracting(line -> line.text("error.code"))
        .containsExactly("batch_expired");
  }

  @Test
  @Shows(Step.LIST_PAGES)
  void listsOverPages() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) ids.add(create("a").text("id"));
    Collections.reverse(ids);

    assertThat(SDK.call("list", 2).items()).extracting(b -> b.text("id")).isEqualTo(ids);
    assertThat(provider().count(Operation.LIST)).isEqualTo(3);
  }

  @Test
  @Shows(Step.CANCEL)
  void cancels() {
    SdkValue batch = create("a", "b");
    bed.runHalf();
    SdkValue cancelling = SDK.call("cancel", batch.text("id"));
    long when = bed.now().getEpochSecond();
    bed.runAll();
    SdkValue ended = retrieve(batch);

    assertThat(cancelling.text("status")).isEqualTo("cancelling");
    assertThat(cancelling.number("cancelling_at")).isEqualTo(when);
    assertThat(ended.text("status")).isEqualTo("cancelled");
    assertThat(ended.lacks("cancelled_at")).isFalse();
    assertThat(lines(ended, "output_file_id")).hasSize(1);
  }

  @Test
  @Lacks(Step.DELETE)
  void cannotDeleteABatch() {
    assertThat(SDK.call("methods").texts()).contains("cancel").doesNotContain("delete", "del");
  }

  /** Deletes the files, because batches cannot be deleted. */
  @Test
  void deletesItsFiles() {
    SdkValue batch = create("a", "b-errored-1");
    bed.runAll();
    SdkValue ended = retrieve(batch);
    for (String file : List.of("input_file_id", "output_file_id", "error_file_id")) {
      SdkValue deleted = SDK.call("deleteFile", ended.text(file));
      assertThat(deleted.text("deleted")).isEqualTo("true");
      assertThat(deleted.text("id")).isEqualTo(ended.text(file));
    }

    assertThat(provider().files()).isEmpty();
  }

  @Test
  @Shows(Step.FAILED_REQUEST)
  void readsAFailedRequest() {
    SdkValue batch = create("a", "b-errored-1");
    bed.runAll();
    SdkValue ended = retrieve(batch);

    assertThat(ended.text("status")).isEqualTo("completed");
    assertThat(ended.number("request_counts.failed")).isEqualTo(1);
    assertThat(lines(ended, "error_file_id"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.text("custom_id")).isEqualTo("b-errored-1");
              assertThat(line.toString()).contains("Asked for by its id.");
            });
  }

  static SdkError refusal(String id) {
    return catchThrowableOfType(SdkError.class, () -> SDK.call("retrieve", id));
  }

  @Test
  @Shows(Step.HTTP_401)
  void reportsAWrongKey() {
    connect(TestBed.WRONG_KEY);
    SdkError error = refusal("batch_1");

    assertThat(error.kind()).isEqualTo("AuthenticationError");
    assertThat(error.details().number("status")).isEqualTo(401);
  }

  @Test
  @Shows(Step.HTTP_404)
  void reportsAnUnknownBatch() {
    SdkError error = refusal("batch_1");

    assertThat(error.kind()).isEqualTo("NotFoundError");
    assertThat(error.details().lacks("type")).isFalse();
  }

  @Test
  @Shows(Step.HTTP_429)
  void reportsARateLimit() {
    SdkValue batch = create("a");
    provider().faults().on(Operation.RETRIEVE).header("retry-after", "7").respond(429);
    SdkError error = refusal(batch.text("id"));

    assertThat(error.kind()).isEqualTo("RateLimitError");
    assertThat(error.details().text("retryAfter")).isEqualTo("7");
    assertThat(retrieve(batch).text("id")).isEqualTo(batch.text("id"));
  }
}
