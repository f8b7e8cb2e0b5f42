package io.batchwright.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import ai.z.openapi.ZhipuAiClient;
import ai.z.openapi.core.model.ClientResponse;
import ai.z.openapi.service.batches.Batch;
import ai.z.openapi.service.batches.BatchCreateParams;
import ai.z.openapi.service.file.File;
import ai.z.openapi.service.file.FileUploadParams;
import ai.z.openapi.service.file.QueryBatchRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.conformance.bed.TestBed;
import io.batchwright.conformance.known.Lost;
import io.batchwright.conformance.known.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** zai-sdk, as its documentation uses it for batches. */
final class Zai implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String url;
  private final ZhipuAiClient client;

  Zai(String url, String key) {
    this.url = url;
    this.client =
        ZhipuAiClient.builder().apiKey(key).baseUrl(url + "/").disableTokenCache().build();
  }

  ZhipuAiClient client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
  }

  /**
   * The result of a successful call; the SDK neither throws nor returns a value for a failed one.
   */
  static <T> T data(ClientResponse<T> response) {
    T data = response.getData();
    assertThat(data).as("%s", response).isNotNull();
    return data;
  }

  File upload(Path folder, String... customIds) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String id : customIds) {
      lines
          .append("{\"custom_id\":\"")
          .append(id)
          .append("\",\"method\":\"POST\",\"url\":\"/v4/chat/completions\",\"body\":{")
          .append(
              "\"model\":\"glm-4-plus\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}}\n");
    }
    String file = Files.writeString(folder.resolve("in.jsonl"), lines).toString();
    FileUploadParams params = FileUploadParams.builder().purpose("batch").filePath(file).build();
    return data(client.files().uploadFile(params));
  }

  Batch create(File file) {
    BatchCreateParams params =
        BatchCreateParams.builder()
            .inputFileId(file.getId())
            .endpoint("/v4/chat/completions")
            .completionWindow("24h")
            .build();
    return data(client.batches().createBatch(params));
  }

  Batch retrieve(Batch batch) {
    return data(client.batches().retrieveBatch(batch.getId()));
  }

  List<Batch> page(@Nullable String after) {
    QueryBatchRequest query = QueryBatchRequest.builder().limit(2).after(after).build();
    return data(client.batches().listBatches(query)).getData();
  }

  String text(String fileId) throws IOException {
    return client.files().retrieveFileContent(fileId).getText();
  }

  /** The counts have no public type. */
  static JsonObject counts(Batch batch) {
    return json(batch).getAsJsonObject().getAsJsonObject("request_counts");
  }

  /** The parts of a batch that the SDK dropped. */
  List<String> lost(Batch batch) throws IOException, InterruptedException {
    String address = url + "/batches/" + batch.getId();
    return Lost.between(Wire.get(address, "Authorization", "Bearer " + TestBed.KEY), json(batch));
  }

  private static JsonElement json(Batch batch) {
    try {
      return JsonParser.parseString(JSON.writeValueAsString(batch));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
