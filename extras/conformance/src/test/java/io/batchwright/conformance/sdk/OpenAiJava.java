package io.batchwright.conformance.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.ObjectMappers;
import com.openai.core.http.HttpResponse;
import com.openai.models.batches.Batch;
import com.openai.models.batches.BatchCreateParams;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.files.FileCreateParams;
import com.openai.models.files.FileObject;
import com.openai.models.files.FilePurpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** openai-java, as its documentation uses it for batches. */
final class OpenAiJava {
  private final OpenAIClient client;
  private final String window;
  private final String model;

  OpenAiJava(String url, String key, String window, String model) {
    this.client = OpenAIOkHttpClient.builder().baseUrl(url).apiKey(key).maxRetries(0).build();
    this.window = window;
    this.model = model;
  }

  OpenAIClient client() {
    return client;
  }

  String window() {
    return window;
  }

  String lines(String... customIds) {
    StringBuilder lines = new StringBuilder();
    for (String id : customIds) {
      lines
          .append("{\"custom_id\":\"")
          .append(id)
          .append("\",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":{\"model\":\"")
          .append(model)
          .append("\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello ")
          .append(id)
          .append("\"}]}}\n");
    }
    return lines.toString();
  }

  /** Uploads bytes, for which the SDK sends no file name. */
  FileObject upload(String lines) {
    FileCreateParams.Builder params = FileCreateParams.builder().purpose(FilePurpose.BATCH);
    return client.files().create(params.file(lines.getBytes(StandardCharsets.UTF_8)).build());
  }

  FileObject upload(Path file, String lines) throws IOException {
    Files.writeString(file, lines);
    FileCreateParams.Builder params = FileCreateParams.builder().purpose(FilePurpose.BATCH);
    return client.files().create(params.file(file).build());
  }

  Batch create(String fileId) {
    return client
        .batches()
        .create(
            BatchCreateParams.builder()
                .inputFileId(fileId)
                .endpoint(BatchCreateParams.Endpoint.V1_CHAT_COMPLETIONS)
                .completionWindow(BatchCreateParams.CompletionWindow.of(window))
                .build());
  }

  String text(String fileId) {
    try (HttpResponse content = client.files().content(fileId)) {
      return new String(content.body().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The responses in a results file by custom id, typed like those of single calls. */
  Map<String, ChatCompletion> responses(String fileId) {
    Map<String, ChatCompletion> responses = new HashMap<>();
    try {
      for (String line : text(fileId).lines().toList()) {
        JsonNode json = ObjectMappers.jsonMapper().readTree(line);
        JsonNode body = json.get("response").get("body");
        responses.put(
            json.get("custom_id").asText(),
            ObjectMappers.jsonMapper().treeToValue(body, ChatCompletion.class));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return responses;
  }
}
