package io.batchwright.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.z.openapi.ZhipuAiClient;
import ai.z.openapi.core.model.ClientResponse;
import ai.z.openapi.service.batches.Batch;
import ai.z.openapi.service.batches.BatchCreateParams;
import ai.z.openapi.service.batches.BatchResponse;
import ai.z.openapi.service.batches.BatchService;
import ai.z.openapi.service.file.File;
import ai.z.openapi.service.file.FileApiResponse;
import ai.z.openapi.service.file.FileDelRequest;
import ai.z.openapi.service.file.FileUploadParams;
import ai.z.openapi.service.file.QueryBatchRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.conformance.known.Lost;
import io.batchwright.conformance.known.Wire;
import io.batchwright.conformance.table.Lacks;
import io.batchwright.conformance.table.Sdk;
import io.batchwright.conformance.table.Shows;
import io.batchwright.conformance.table.Step;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.ProviderControl;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Sdk(BatchService.class)
class ZaiTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension final Stage stage = new Stage();

  @TempDir Path folder;

  private ZhipuAiClient client;

  @BeforeEach
  void connect() {
    client = client(Stage.KEY);
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  private ZhipuAiClient client(String key) {
    return ZhipuAiClient.builder()
        .apiKey(key)
        .baseUrl(stage.sandbox().zhipuUrl() + "/")
        .disableTokenCache()
        .build();
  }

  private ProviderControl provider() {
    return stage.sandbox().zhipu();
  }

  private static <T> T data(ClientResponse<T> response) {
    T data = response.getData();
    assertThat(data).as("%s", response).isNotNull();
    return data;
  }

  private FileApiResponse upload(String... customIds) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String id : customIds) {
      lines
          .append("{\"custom_id\":\"")
          .append(id)
          .append("\",\"method\":\"POST\",\"url\":\"/v4/chat/completions\",\"body\":{")
          .append(
              "\"model\":\"glm-4-plus\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}}\n");
    }
    Path file = Files.writeString(folder.resolve("in.jsonl"), lines);
    return client
        .files()
        .uploadFile(FileUploadParams.builder().purpose("batch").filePath(file.toString()).build());
  }

  private Batch create(String... customIds) throws IOException {
    String file = data(upload(customIds)).getId();
    return data(
        client
            .batches()
            .createBatch(
                BatchCreateParams.builder()
                    .inputFileId(file)
                    .endpoint("/v4/chat/completions")
                    .completionWindow("24h")
                    .build()));
  }

  private Batch retrieve(Batch batch) {
    return data(client.batches().retrieveBatch(batch.getId()));
  }

  /** The counts have no public type. */
  private static JsonObject counts(Batch batch) {
    return json(batch).getAsJsonObject().getAsJsonObject("request_counts");
  }

  private static JsonElement json(Object value) {
    try {
      return JsonParser.parseString(JSON.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> lost(Batch batch) throws IOException, InterruptedException {
    String url = stage.sandbox().zhipuUrl() + "/batches/" + batch.getId();
    return Lost.between(Wire.get(url, "Authorization", "Bearer " + Stage.KEY), json(batch));
  }

  private String text(String fileId) throws IOException {
    return client.files().retrieveFileContent(fileId).getText();
  }

  @Test
  @Shows(Step.CREATE)
  void creates() throws IOException, InterruptedException {
    Batch batch = create("request-1", "request-2");

    assertThat(batch.getStatus()).isEqualTo("validating");
    assertThat(batch.getEndpoint()).isEqualTo("/v4/chat/completions");
    assertThat(batch.getCreatedAt()).isEqualTo(stage.now().toEpochMilli());
    assertThat(batch.getOutputFileId()).isNull();
    assertThat(lost(retrieve(batch))).isEmpty();
  }

  @Test
  @Shows(Step.CREATE)
  void uploads() throws IOException {
    File file = data(upload("request-1"));

    assertThat(file.getId()).matches("\\d{10}_[0-9a-f]{32}");
    assertThat(file.getPurpose()).isEqualTo("batch");
    assertThat(file.getCreatedAt()).isEqualTo(stage.now().getEpochSecond());
  }

  @Test
  @Shows(Step.POLL)
  void polls() throws IOException, InterruptedException {
    Batch batch = create("request-1", "request-2", "request-3");
    stage.runHalf();
    Batch running = retrieve(batch);
    stage.runHalf();
    Batch ended = retrieve(batch);

    assertThat(running.getStatus()).isEqualTo("in_progress");
    assertThat(running.getOutputFileId()).isEmpty();
    assertThat(ended.getStatus()).isEqualTo("completed");
    assertThat(counts(ended).toString()).isEqualTo("{\"completed\":3,\"failed\":0,\"total\":3}");
    assertThat(ended.getCompletedAt()).isEqualTo(stage.now().getEpochSecond() * 1000);
    assertThat(lost(ended)).isEmpty();
  }

  /** What all other tests here rely on. */
  @Test
  void itShowsIfTheSdkDropsSomething() throws IOException, InterruptedException {
    Batch batch = create("request-1");
    provider().script(batch.getId()).unknownFields();

    assertThat(lost(retrieve(batch))).containsExactly(".sandbox_unknown.list[]");
  }

  @Test
  @Shows(Step.RESULTS)
  void readsResults() throws IOException {
    Batch batch = create("request-1", "request-2");
    stage.runAll();
    String results = text(retrieve(batch).getOutputFileId());

    assertThat(results.lines())
        .hasSize(2)
        .allMatch(line -> line.contains("\"content\":\"Sandbox answer to request-"))
        .allMatch(line -> line.contains("\"id\":\"" + batch.getId() + "\""));
  }

  @Test
  @Shows(Step.LIST_PAGES)
  void listsOverPages() throws IOException {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) ids.add(create("request-1").getId());
    Collections.reverse(ids);
    List<String> listed = new ArrayList<>();
    // The SDK does not go through pages by itself, nor tell whether there is another.
    List<Batch> page = page(null);
    while (!page.isEmpty()) {
      for (Batch batch : page) listed.add(batch.getId());
      page = page(listed.get(listed.size() - 1));
    }

    assertThat(listed).isEqualTo(ids);
    assertThat(provider().count(Operation.LIST)).isEqualTo(4);
  }

  private List<Batch> page(@Nullable String after) {
    QueryBatchRequest query = QueryBatchRequest.builder().limit(2).after(after).build();
    return data(client.batches().listBatches(query)).getData();
  }

  @Test
  @Shows(Step.CANCEL)
  void cancels() throws IOException, InterruptedException {
    Batch batch = create("request-1", "request-2");
    stage.runHalf();
    Batch cancelling = data(client.batches().cancelBatch(batch.getId()));
    stage.runAll();
    Batch ended = retrieve(batch);

    assertThat(cancelling.getStatus()).isEqualTo("cancelling");
    assertThat(cancelling.getCancellingAt()).isPositive();
    assertThat(ended.getStatus()).isEqualTo("cancelled");
    assertThat(lost(ended)).isEmpty();
  }

  @Test
  @Lacks(Step.DELETE)
  void cannotDeleteABatch() {
    assertThat(BatchService.class.getMethods())
        .extracting(Method::getName)
        .noneMatch(name -> name.startsWith("delete"));
  }

  /** What takes the place of deleting a batch. */
  @Test
  void deletesAFile() throws IOException {
    String id = data(upload("request-1")).getId();

    assertThat(data(client.files().deleteFile(new FileDelRequest(id))).isDeleted()).isTrue();
    assertThat(provider().files()).isEmpty();
  }

  @Test
  @Shows(Step.FAILED_REQUEST)
  void readsAFailedRequest() throws IOException {
    Batch batch = create("request-1", "request-errored-2");
    stage.runAll();
    Batch ended = retrieve(batch);

    assertThat(ended.getStatus()).isEqualTo("completed");
    assertThat(counts(ended).get("failed").getAsInt()).isEqualTo(1);
    assertThat(text(ended.getErrorFileId())).contains("request-errored-2", "Asked for by its id.");
  }

  @Test
  @Shows(Step.FAILED_BATCH)
  void readsThatABatchFailed() throws IOException, InterruptedException {
    Batch batch = create("request-1", "request-1");
    stage.runAll();
    Batch failed = retrieve(batch);

    assertThat(failed.getStatus()).isEqualTo("failed");
    assertThat(failed.getFailedAt()).isPositive();
    assertThat(failed.getOutputFileId()).isEmpty();
    assertThat(lost(failed)).isEmpty();
  }

  @Test
  @Shows(Step.HTTP_401)
  void isToldThatTheKeyIsWrong() {
    ZhipuAiClient stranger = client(Stage.WRONG_KEY);
    BatchResponse refused = stranger.batches().retrieveBatch("batch_1");
    stranger.close();

    assertThat(refused.isSuccess()).isFalse();
    assertThat(refused.getCode()).isEqualTo(401);
    assertThat(refused.getError().getCode()).isEqualTo(1000);
  }

  @Test
  @Shows(Step.HTTP_404)
  void isToldThatThereIsNoSuchBatch() {
    BatchResponse refused = client.batches().retrieveBatch("batch_1");

    assertThat(refused.isSuccess()).isFalse();
    assertThat(refused.getCode()).isEqualTo(404);
  }

  @Test
  @Shows(Step.HTTP_404)
  void isToldThatThereIsNoSuchFile() {
    assertThatThrownBy(() -> text("1700000000_0")).isInstanceOf(IOException.class);
  }

  @Test
  @Shows(Step.HTTP_429)
  void isToldThatItAskedTooOften() throws IOException {
    Batch batch = create("request-1");
    provider().faults().on(Operation.RETRIEVE).answer(429);
    BatchResponse refused = client.batches().retrieveBatch(batch.getId());

    assertThat(refused.getCode()).isEqualTo(429);
    assertThat(refused.getError().getCode()).isEqualTo(1302);
    assertThat(retrieve(batch).getId()).isEqualTo(batch.getId());
  }
}
