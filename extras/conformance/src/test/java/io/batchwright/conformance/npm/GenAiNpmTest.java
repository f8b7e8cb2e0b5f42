package io.batchwright.conformance.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.batchwright.conformance.bed.TestBed;
import io.batchwright.conformance.known.Lost;
import io.batchwright.conformance.known.Wire;
import io.batchwright.conformance.node.NeedsNode;
import io.batchwright.conformance.node.Script;
import io.batchwright.conformance.node.SdkError;
import io.batchwright.conformance.node.SdkValue;
import io.batchwright.conformance.table.Sdk;
import io.batchwright.conformance.table.Shows;
import io.batchwright.conformance.table.Step;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.SandboxCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Sdk
@NeedsNode("@google/genai")
class GenAiNpmTest {
  @RegisterExtension static final Script SDK = new Script("genai.mjs");

  /** Members that the SDK has no field for, as in Java. */
  private static final Pattern NOT_IN_THE_SDK =
      Pattern.compile(
          "\\.metadata\\.(batchStats\\..*|inputConfig\\..*|state)|\\.done|\\.error\\..*"
              + "|.*\\.(serviceTier|@type|responsesFile)");

  @RegisterExtension final TestBed bed = new TestBed();

  @BeforeEach
  void connect() {
    connect(TestBed.KEY);
  }

  private void connect(String key) {
    SDK.call("connect", bed.sandbox().geminiUrl(), key);
  }

  private ProviderControl provider() {
    return bed.sandbox().gemini();
  }

  private static SdkValue get(SdkValue job) {
    return SDK.call("get", job.text("name"));
  }

  private static SdkValue createFromFile(String... keys) {
    StringBuilder rows = new StringBuilder();
    for (String key : keys) {
      rows.append(
          """
          {"key":"%s","request":{"contents":[{"parts":[{"text":"Hello %s"}]}]}}
          """
              .formatted(key, key));
    }
    return SDK.call("createFrom", SDK.call("upload", rows.toString()).text("name"));
  }

  private List<String> lost(SdkValue value) throws IOException, InterruptedException {
    String url = bed.sandbox().geminiUrl() + "/v1beta/" + value.text("name");
    return Lost.between(Wire.get(url, "x-goog-api-key", TestBed.KEY), value.json()).stream()
        .filter(path -> !NOT_IN_THE_SDK.matcher(path).matches())
        .toList();
  }

  @Test
  @Shows(Step.CREATE)
  void creates() throws IOException, InterruptedException {
    SdkValue job = SDK.call("create", "a", "b");

    assertThat(job.text("state")).isEqualTo("JOB_STATE_PENDING");
    assertThat(job.text("displayName")).isEqualTo("demo");
    assertThat(job.text("model")).isEqualTo("models/gemini-2.5-flash");
    assertThat(Instant.parse(job.text("createTime"))).isEqualTo(bed.now());
    assertThat(lost(job)).isEmpty();
  }

  @Test
  @Shows(Step.CREATE)
  void createsFromAFile() throws IOException, InterruptedException {
    SdkValue file = SDK.call("upload", "{\"key\":\"a\",\"request\":{\"contents\":[]}}\n");

    assertThat(file.text("state")).isEqualTo("ACTIVE");
    assertThat(file.number("sizeBytes")).isPositive();
    assertThat(lost(file)).isEmpty();
    assertThat(createFromFile("a").text("state")).isEqualTo("JOB_STATE_PENDING");
  }

  @Test
  @Shows(Step.CREATE)
  void usesTheNewerVersionOfTheApi() {
    createFromFile("a");

    assertThat(provider().requests())
        .extracting(SandboxCall::target)
        .contains("/gemini/v1/models/gemini-2.5-flash:batchGenerateContent")
        .allMatch(target -> target.contains("/v1/"));
  }

  @Test
  @Shows(Step.POLL)
  void polls() throws IOException, InterruptedException {
    SdkValue job = SDK.call("create", "a", "b");
    bed.runHalf();
    SdkValue running = get(job);
    bed.runHalf();
    SdkValue ended = get(job);

    assertThat(running.text("state")).isEqualTo("JOB_STATE_RUNNING");
    assertThat(ended.text("state")).isEqualTo("JOB_STATE_SUCCEEDED");
    assertThat(Instant.parse(ended.text("endTime"))).isEqualTo(bed.now());
    assertThat(lost(ended)).isEmpty();
  }

  @Test
  @Shows(Step.RESULTS)
  void readsResultsInTheJob() {
    SdkValue job = SDK.call("create", "a", "b");
    bed.runAll();
    List<SdkValue> responses = get(job).at("dest.inlinedResponses").items();

    assertThat(responses).extracting(r -> r.text("metadata.key")).containsExactly("a", "b");
    assertThat(responses)
        .extracting(response -> response.text("response.candidates.0.content.parts.0.text"))
        .containsExactly("Sandbox answer to a: Hello a", "Sandbox answer to b: Hello b");
    assertThat(responses)
        .extracting(response -> response.number("response.usageMetadata.totalTokenCount"))
        .containsOnly(18L);
  }

  @Test
  @Shows(Step.RESULTS)
  void readsVectorsInTheJob() {
    SdkValue job = SDK.call("embed", "cat", "dog");
    bed.runAll();
    List<SdkValue> responses = get(job).at("dest.inlinedEmbedContentResponses").items();

    assertThat(responses).hasSize(2);
    assertThat(responses.get(1).at("response.embedding.values").items()).hasSize(3);
    assertThat(provider().requests().get(0).target())
        .isEqualTo("/gemini/v1/models/gemini-embedding-001:asyncBatchEmbedContent");
  }

  @Test
  @Shows(Step.RESULTS)
  void downloadsAFileOfResults(@TempDir Path folder) throws IOException {
    SdkValue job = createFromFile("a", "b");
    bed.runAll();
    Path file = folder.resolve("out.jsonl");
    SDK.call("download", get(job).text("dest.fileName"), file.toString());

    assertThat(Files.readAllLines(file))
        .hasSize(2)
        .allMatch(row -> row.contains("\"text\":\"Sandbox answer to "));
  }

  @Test
  @Shows(Step.LIST_PAGES)
  void listsOverPages() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 5; i++) names.add(SDK.call("create", "a").text("name"));
    Collections.reverse(names);

    assertThat(SDK.call("list", 2).items()).extracting(j -> j.text("name")).isEqualTo(names);
    assertThat(provider().count(Operation.LIST)).isEqualTo(3);
  }

  @Test
  @Shows(Step.CANCEL)
  void cancelsWhatHasNotBegun() {
    SdkValue job = SDK.call("create", "a", "b");
    SDK.call("cancel", job.text("name"));
    bed.runAll();

    assertThat(get(job).text("state")).isEqualTo("JOB_STATE_CANCELLED");
  }

  @Test
  @Shows(Step.CANCEL)
  void cancelsWhatRuns() {
    SdkValue job = SDK.call("create", "a", "b");
    bed.runHalf();
    SDK.call("cancel", job.text("name"));
    bed.runAll();
    SdkValue ended = get(job);

    assertThat(ended.text("state")).isEqualTo("JOB_STATE_SUCCEEDED");
    assertThat(ended.number("dest.inlinedResponses.1.error.code")).isEqualTo(1);
  }

  @Test
  @Shows(Step.DELETE)
  void deletes() {
    SdkValue job = SDK.call("create", "a");
    bed.runAll();
    SDK.call("delete", job.text("name"));

    assertThat(provider().ids()).isEmpty();
  }

  @Test
  @Shows(Step.DELETE)
  void deletesAFile() {
    SDK.call("deleteFile", SDK.call("upload", "{}\n").text("name"));

    assertThat(provider().files()).isEmpty();
  }

  @Test
  @Shows(Step.FAILED_REQUEST)
  void readsAFailedRequest() throws IOException, InterruptedException {
    SdkValue job = SDK.call("create", "a", "b-errored-1");
    bed.runAll();
    SdkValue ended = get(job);
    SdkValue failed = ended.at("dest.inlinedResponses.1");

    assertThat(ended.text("state")).isEqualTo("JOB_STATE_SUCCEEDED");
    assertThat(failed.number("error.code")).isEqualTo(13);
    assertThat(failed.text("error.message")).isEqualTo("Asked for by its id.");
    assertThat(lost(ended)).isEmpty();
  }

  @Test
  @Shows(Step.FAILED_BATCH)
  void readsThatABatchFailed() throws IOException, InterruptedException {
    provider().scriptNext().failBatch();
    SdkValue job = SDK.call("create", "a");
    bed.runAll();
    SdkValue failed = get(job);

    assertThat(failed.text("state")).isEqualTo("JOB_STATE_FAILED");
    assertThat(failed.lacks("dest")).isTrue();
    assertThat(lost(failed)).isEmpty();
  }

  private static SdkError refusal(String call, Object argument) {
    return catchThrowableOfType(SdkError.class, () -> SDK.call(call, argument));
  }

  @Test
  @Shows(Step.HTTP_401)
  void reportsAWrongKey() {
    connect(TestBed.WRONG_KEY);
    SdkError error = refusal("get", "batches/1");

    assertThat(error.kind()).isEqualTo("ApiError");
    assertThat(error.details().number("status")).isEqualTo(400); // 401 is for tokens here
    assertThat(error.details().text("message")).contains("API key");
  }

  @Test
  @Shows(Step.HTTP_401)
  void reportsMissingAuthentication() {
    provider().faults().on(Operation.LIST).respond(401);
    SdkError error = refusal("list", 2);

    assertThat(error.details().number("status")).isEqualTo(401);
    assertThat(error.details().text("message")).contains("UNAUTHENTICATED");
  }

  @Test
  @Shows(Step.HTTP_404)
  void reportsAnUnknownBatch() {
    SdkError error = refusal("get", "batches/1");

    assertThat(error.kind()).isEqualTo("ApiError");
    assertThat(error.details().number("status")).isEqualTo(404);
    assertThat(error.details().text("message")).contains("NOT_FOUND");
  }

  @Test
  @Shows(Step.HTTP_429)
  void reportsARateLimit() {
    SdkValue job = SDK.call("create", "a");
    provider().faults().on(Operation.RETRIEVE).respond(429);
    SdkError error = refusal("get", job.text("name"));

    assertThat(error.details().number("status")).isEqualTo(429);
    assertThat(error.details().text("message")).contains("RESOURCE_EXHAUSTED");
    assertThat(get(job).text("name")).isEqualTo(job.text("name"));
  }
}
