package io.batchwright.benchmarks.send;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.messages.batches.BatchCreateParams;
import com.anthropic.models.messages.batches.MessageBatch;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** anthropic-java's create, with objects that are built beforehand. */
final class AnthropicSdkSender implements Sender {
  @Override
  public Sending prepare(String url, Path file) throws IOException {
    AnthropicClient client = AnthropicOkHttpClient.builder().apiKey("no-key").baseUrl(url).build();
    BatchCreateParams params = params(file);
    return () -> {
      MessageBatch made = client.messages().batches().create(params);
      Objects.requireNonNull(made.id());
    };
  }

  private static BatchCreateParams params(Path file) throws IOException {
    List<String> texts = Bodies.of(file).stream().map(AnthropicSdkSender::prompt).toList();
    int count = Bodies.lines(file);
    BatchCreateParams.Builder params = BatchCreateParams.builder();
    for (int i = 0; i < count; i++) {
      params.addRequest(
          BatchCreateParams.Request.builder()
              .customId("req-" + i)
              .params(
                  BatchCreateParams.Request.Params.builder()
                      .model("claude-haiku-4-5")
                      .maxTokens(256)
                      // A separate copy, like texts from a file or a database.
                      .addUserMessage(new String(texts.get(i % texts.size()).toCharArray()))
                      .build())
              .build());
    }
    return params.build();
  }

  private static String prompt(String body) {
    return new Gson()
        .fromJson(body, JsonObject.class)
        .getAsJsonArray("messages")
        .get(0)
        .getAsJsonObject()
        .get("content")
        .getAsString();
  }
}
