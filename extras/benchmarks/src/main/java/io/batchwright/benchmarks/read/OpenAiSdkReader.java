package io.batchwright.benchmarks.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.ObjectMappers;
import com.openai.core.http.HttpResponse;
import com.openai.models.chat.completions.ChatCompletion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * openai-java, which returns a file's bytes and leaves the lines to its users: each is parsed with
 * the SDK's own mapper, and its body is decoded into the SDK's type or left as it is.
 */
final class OpenAiSdkReader implements ResultReader {
  private static final JsonMapper MAPPER = ObjectMappers.jsonMapper();

  private final boolean typed;

  OpenAiSdkReader(boolean typed) {
    this.typed = typed;
  }

  @Override
  public void read(Target target, Tally tally) throws IOException {
    tally.readsTexts();
    OpenAIClient client =
        OpenAIOkHttpClient.builder().apiKey("no-key").baseUrl(target.baseUrl()).build();
    String file = client.batches().retrieve(target.batchId()).outputFileId().orElseThrow();
    try (HttpResponse response = client.files().content(file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        add(MAPPER.readTree(line), tally);
      }
    }
    client.close();
  }

  private void add(JsonNode line, Tally tally) throws JsonProcessingException {
    JsonNode response = line.path("response");
    boolean succeeded = response.path("status_code").asInt() == 200;
    if (succeeded) {
      JsonNode body = response.path("body");
      tally.text(typed ? typedText(body) : treeText(body));
    }
    tally.result(line.path("custom_id").asText(), succeeded);
  }

  private static String treeText(JsonNode body) {
    StringBuilder text = new StringBuilder();
    body.path("choices")
        .forEach(choice -> text.append(choice.path("message").path("content").asText()));
    return text.toString();
  }

  private static String typedText(JsonNode body) throws JsonProcessingException {
    StringBuilder text = new StringBuilder();
    for (ChatCompletion.Choice choice : MAPPER.treeToValue(body, ChatCompletion.class).choices()) {
      choice.message().content().ifPresent(text::append);
    }
    return text.toString();
  }
}
