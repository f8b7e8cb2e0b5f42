package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.util.Random;

/**
 * The least that answers of endpoints other than chat can be; endpoints without one answer chat.
 */
final class OtherBodies {
  private OtherBodies() {}

  static JsonObject embeddings(Completion completion) {
    JsonArray vector = new JsonArray();
    Random numbers = new Random(completion.text().hashCode());
    for (int i = 0; i < 4; i++) vector.add(numbers.nextDouble());
    JsonObject embedding = new JsonObject();
    embedding.addProperty("object", "embedding");
    embedding.addProperty("index", 0);
    embedding.add("embedding", vector);
    JsonObject usage = new JsonObject();
    usage.addProperty("prompt_tokens", completion.tokens().input());
    usage.addProperty("total_tokens", completion.tokens().input());
    JsonObject json = new JsonObject();
    json.addProperty("object", "list");
    json.add("data", list(embedding));
    json.addProperty("model", completion.model());
    json.add("usage", usage);
    return json;
  }

  static JsonObject response(Completion completion) {
    JsonObject text = new JsonObject();
    text.addProperty("type", "output_text");
    text.add("annotations", new JsonArray());
    text.addProperty("text", completion.text());
    JsonObject message = new JsonObject();
    message.addProperty("id", "msg_" + completion.id());
    message.addProperty("type", "message");
    message.addProperty("status", "completed");
    message.add("content", list(text));
    message.addProperty("role", "assistant");
    JsonObject usage = new JsonObject();
    usage.addProperty("input_tokens", completion.tokens().input());
    usage.addProperty("output_tokens", completion.tokens().output());
    usage.addProperty("total_tokens", completion.tokens().total());
    JsonObject json = new JsonObject();
    json.addProperty("id", "resp_" + completion.id());
    json.addProperty("object", "response");
    json.addProperty("created_at", completion.createdAt().getEpochSecond());
    json.addProperty("status", "completed");
    json.addProperty("model", completion.model());
    json.add("output", list(message));
    json.add("usage", usage);
    return json;
  }

  private static JsonArray list(JsonObject item) {
    JsonArray list = new JsonArray();
    list.add(item);
    return list;
  }
}
