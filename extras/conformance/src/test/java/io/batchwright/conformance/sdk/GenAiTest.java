package io.batchwright.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.genai.Client;
import com.google.genai.errors.ApiException;
import com.google.genai.types.BatchJob;
import com.google.genai.types.BatchJobSource;
import com.google.genai.types.Content;
import com.google.genai.types.CreateBatchJobConfig;
import com.google.genai.types.DownloadFileConfig;
import com.google.genai.types.File;
import com.google.genai.types.FileState;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import com.google.genai.types.InlinedRequest;
import com.google.genai.types.InlinedResponse;
import com.google.genai.types.JobState;
import com.google.genai.types.ListBatchJobsConfig;
import com.google.genai.types.Part;
import com.google.genai.types.UploadFileConfig;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.batchwright.conformance.known.Lost;
import io.batchwright.conformance.known.Wire;
import io.batchwright.conformance.table.Sdk;
import io.batchwright.conformance.table.Shows;
import io.batchwright.conformance.table.Step;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.ProviderControl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Sdk(Client.class)
class GenAiTest {
  private static final String MODEL = "gemini-2.5-flash";

  /**
   * What the SDK has no place for: how far a batch is, its input, the end and the error of the
   * operation around it, tiers, and names of types. States and results have other names there.
   */
  private static final Pattern NOT_IN_THE_SDK =
      Pattern.compile(
          "\\.metadata\\.(batchStats\\..*|inputConfig\\..*|state)|\\.done|\\.error\\..*"
              + "|.*\\.(serviceTier|@type|responsesFile)");

  @RegisterExtension final Stage stage = new Stage();

  private Client client;

  @BeforeEach
  void connect() {
    client = client(Stage.KEY);
  }

  private Client client(String key) {
    return Client.builder()
        .apiKey(key)
        .vertexAI(false)
        .httpOptions(
            HttpOptions.builder()
                .baseUrl(stage.sandbox().geminiUrl())
                .retryOptions(HttpRetryOptions.builder().attempts(1).build())
                .build())
        .build();
  }

  private ProviderControl provider() {
    return stage.sandbox().gemini();
  }

  private static InlinedRequest request(String key) {
    return InlinedRequest.builder()
        .contents(List.of(Content.fromParts(Part.fromText("Hello " + key))))
        .metadata(Map.of("key", key))
        .build();
  }

  private BatchJob create(String... keys) {
    return create(
        BatchJobSource.builder()
            .inlinedRequests(Stream.of(keys).map(GenAiTest::request).toList())
            .build());
  }

  private BatchJob create(BatchJobSource source) {
    CreateBatchJobConfig config = CreateBatchJobConfig.builder().displayName("demo").build();
    return client.batches.create(MODEL, source, config);
  }

  private File upload(String... keys) {
    StringBuilder rows = new StringBuilder();
    for (String key : keys) {
      rows.append("{\"key\":\"")
          .append(key)
          .append("\",\"request\":{\"contents\":[{\"parts\":[")
          .append("{\"text\":\"Hello ")
          .append(key)
          .append("\"}]}]}}\n");
    }
    return client.files.upload(
        rows.toString().getBytes(StandardCharsets.UTF_8),
        UploadFileConfig.builder().mimeType("application/jsonl").displayName("in").build());
  }

  private BatchJob createFromFile(String... keys) {
    String name = upload(keys).name().orElseThrow();
    return create(BatchJobSource.builder().fileName(name).build());
  }

  private BatchJob get(BatchJob job) {
    return client.batches.get(job.name().orElseThrow(), null);
  }

  private static JobState.Known state(BatchJob job) {
    return job.state().orElseThrow().knownEnum();
  }

  private static List<InlinedResponse> responses(BatchJob job) {
    return job.dest().orElseThrow().inlinedResponses().orElseThrow();
  }

  private JsonElement wire(String name) throws IOException, InterruptedException {
    String url = stage.sandbox().geminiUrl() + "/v1beta/" + name;
    return Wire.get(url, "x-goog-api-key", Stage.KEY);
  }

  /** What the SDK dropped though it has a place for it. */
  private List<String> lost(BatchJob job) throws IOException, InterruptedException {
    JsonElement values = JsonParser.parseString(job.toJson());
    return Lost.between(wire(job.name().orElseThrow()), values).stream()
        .filter(path -> !NOT_IN_THE_SDK.matcher(path).matches())
        .toList();
  }

  @Test
  @Shows(Step.CREATE)
  void creates() throws IOException, InterruptedException {
    BatchJob job = create("a", "b");

    assertThat(state(job)).isEqualTo(JobState.Known.JOB_STATE_PENDING);
    assertThat(job.displayName()).contains("demo");
    assertThat(job.model()).contains("models/" + MODEL);
    assertThat(job.createTime()).contains(stage.now());
    assertThat(lost(job)).isEmpty();
  }

  @Test
  @Shows(Step.CREATE)
  void createsFromAFile() throws IOException, InterruptedException {
    File file = upload("a", "b");
    BatchJob job = create(BatchJobSource.builder().fileName(file.name().orElseThrow()).build());

    assertThat(file.state().orElseThrow().knownEnum()).isEqualTo(FileState.Known.ACTIVE);
    assertThat(file.sizeBytes().orElseThrow()).isPositive();
    assertThat(Lost.between(wire(file.name().orElseThrow()), JsonParser.parseString(file.toJson())))
        .isEmpty();
    assertThat(state(job)).isEqualTo(JobState.Known.JOB_STATE_PENDING);
    assertThat(lost(job)).isEmpty();
  }

  @Test
  @Shows(Step.POLL)
  void polls() throws IOException, InterruptedException {
    BatchJob job = create("a", "b");
    stage.runHalf();
    BatchJob running = get(job);
    stage.runHalf();
    BatchJob ended = get(job);

    assertThat(state(running)).isEqualTo(JobState.Known.JOB_STATE_RUNNING);
    assertThat(state(ended)).isEqualTo(JobState.Known.JOB_STATE_SUCCEEDED);
    assertThat(ended.endTime()).contains(stage.now());
    assertThat(lost(ended)).isEmpty();
  }

  @Test
  @Shows(Step.RESULTS)
  void readsResultsInTheJob() {
    BatchJob job = create("a", "b");
    stage.runAll();
    List<InlinedResponse> responses = responses(get(job));
    GenerateContentResponse first = responses.get(0).response().orElseThrow();

    assertThat(responses)
        .extracting(response -> response.metadata().orElseThrow().get("key"))
        .containsExactly("a", "b");
    assertThat(first.text()).isEqualTo("Sandbox answer to a: Hello a");
    assertThat(first.finishReason().toString()).isEqualTo("STOP");
    assertThat(first.usageMetadata().orElseThrow().totalTokenCount()).contains(18);
  }

  @Test
  @Shows(Step.RESULTS)
  void downloadsAFileOfResults(@TempDir Path folder) throws IOException, InterruptedException {
    BatchJob job = createFromFile("a", "b");
    stage.runAll();
    BatchJob ended = get(job);
    Path file = folder.resolve("out.jsonl");
    String name = ended.dest().orElseThrow().fileName().orElseThrow();
    client.files.download(name, file.toString(), DownloadFileConfig.builder().build());

    assertThat(lost(ended)).isEmpty();
    assertThat(Files.readAllLines(file))
        .hasSize(2)
        .allMatch(row -> row.contains("\"text\":\"Sandbox answer to "));
  }

  @Test
  @Shows(Step.LIST_PAGES)
  void listsOverPages() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 5; i++) names.add(create("a").name().orElseThrow());
    Collections.reverse(names);
    List<String> listed = new ArrayList<>();
    for (BatchJob job : client.batches.list(ListBatchJobsConfig.builder().pageSize(2).build())) {
      listed.add(job.name().orElseThrow());
    }

    assertThat(listed).isEqualTo(names);
    assertThat(provider().count(Operation.LIST)).isEqualTo(3);
  }

  @Test
  @Shows(Step.CANCEL)
  void cancelsWhatHasNotBegun() {
    BatchJob job = create("a", "b");
    client.batches.cancel(job.name().orElseThrow(), null);
    stage.runAll();

    assertThat(state(get(job))).isEqualTo(JobState.Known.JOB_STATE_CANCELLED);
  }

  @Test
  @Shows(Step.CANCEL)
  void cancelsWhatRuns() {
    BatchJob job = create("a", "b");
    stage.runHalf();
    client.batches.cancel(job.name().orElseThrow(), null);
    stage.runAll();
    BatchJob ended = get(job);

    assertThat(state(ended)).isEqualTo(JobState.Known.JOB_STATE_SUCCEEDED);
    assertThat(responses(ended).get(1).error().orElseThrow().code()).contains(1);
  }

  @Test
  @Shows(Step.DELETE)
  void deletes() {
    BatchJob job = create("a");
    stage.runAll();
    client.batches.delete(job.name().orElseThrow(), null);

    assertThat(provider().ids()).isEmpty();
  }

  @Test
  @Shows(Step.DELETE)
  void deletesAFile() {
    client.files.delete(upload("a").name().orElseThrow(), null);

    assertThat(provider().files()).isEmpty();
  }

  @Test
  @Shows(Step.FAILED_REQUEST)
  void readsAFailedRequest() throws IOException, InterruptedException {
    BatchJob job = create("a", "b-errored-1");
    stage.runAll();
    BatchJob ended = get(job);

    assertThat(state(ended)).isEqualTo(JobState.Known.JOB_STATE_SUCCEEDED);
    assertThat(responses(ended).get(0).response()).isPresent();
    assertThat(responses(ended).get(1).error().orElseThrow().code()).contains(13);
    assertThat(responses(ended).get(1).error().orElseThrow().message())
        .contains("Asked for by its id.");
    assertThat(lost(ended)).isEmpty();
  }

  @Test
  @Shows(Step.FAILED_BATCH)
  void readsThatABatchFailed() throws IOException, InterruptedException {
    provider().scriptNext().failBatch();
    BatchJob job = create("a");
    stage.runAll();
    BatchJob failed = get(job);

    assertThat(state(failed)).isEqualTo(JobState.Known.JOB_STATE_FAILED);
    assertThat(failed.dest()).isEmpty();
    assertThat(lost(failed)).isEmpty();
  }

  @Test
  @Shows(Step.HTTP_401)
  void isToldThatTheKeyIsWrong() {
    assertThatThrownBy(() -> client(Stage.WRONG_KEY).batches.get("batches/1", null))
        .isInstanceOfSatisfying(
            ApiException.class, // such a key is a bad argument here, and 401 is for tokens
            e -> {
              assertThat(e.code()).isEqualTo(400);
              assertThat(e.message()).contains("API key");
            });
  }

  @Test
  @Shows(Step.HTTP_401)
  void isToldThatItIsNotAuthenticated() {
    provider().faults().on(Operation.LIST).answer(401);

    assertThatThrownBy(() -> client.batches.list(ListBatchJobsConfig.builder().build()))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.status()).isEqualTo("UNAUTHENTICATED"));
  }

  @Test
  @Shows(Step.HTTP_404)
  void isToldThatThereIsNoSuchBatch() {
    assertThatThrownBy(() -> client.batches.get("batches/1", null))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.status()).isEqualTo("NOT_FOUND"));
  }

  @Test
  @Shows(Step.HTTP_429)
  void isToldThatItAskedTooOften() {
    BatchJob job = create("a");
    provider().faults().on(Operation.RETRIEVE).answer(429);

    assertThatThrownBy(() -> get(job))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.status()).isEqualTo("RESOURCE_EXHAUSTED"));
    assertThat(get(job).name()).isEqualTo(job.name());
  }
}
