package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.JsonPrimitive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a request's JSON that the sandbox uses. */
public final class Params {
  private Params() {}

  public static String model(JsonObject params) {
    String model = Json.string(params, "model");
    return model == null ? "" : model;
  }

  /** The text of the last user turn, or of the last of several inputs. */
  public static String prompt(JsonObject params) {
    JsonElement input = input(params);
    if (!(input instanceof JsonArray turns)) return text(input);
    String prompt = "";
    for (JsonElement turn : turns) {
      if (turn.isJsonPrimitive()) prompt = turn.getAsString();
      if (turn instanceof JsonObject message && "user".equals(Json.string(message, "role"))) {
        prompt = text(message.get("content"));
      }
    }
    return prompt;
  }

  /** The prompt: {@code messages}, {@code input} or {@code prompt}. */
  public static @Nullable JsonElement input(JsonObject params) {
    for (String member : List.of("messages", "input")) {
      if (params.has(member)) return params.get(member);
    }
    return params.get("prompt");
  }

  private static String text(@Nullable JsonElement content) {
    if (content instanceof JsonPrimitive text) return text.getAsString();
    StringBuilder all = new StringBuilder();
    if (content instanceof JsonArray blocks) {
      for (JsonElement block : blocks) {
        String text = block instanceof JsonObject object ? Json.string(object, "text") : null;
        if (text != null) all.append(text);
      }
    }
    return all.toString();
  }

  /** The number of characters in all strings of a value. */
  public static int characters(@Nullable JsonElement value) {
    int count = 0;
    if (value instanceof JsonPrimitive primitive && primitive.isString()) {
      count = primitive.getAsString().length();
    } else if (value instanceof JsonArray array) {
      for (JsonElement element : array) count += characters(element);
    } else if (value instanceof JsonObject object) {
      for (JsonElement element : object.asMap().values()) count += characters(element);
    }
    return count;
  }
}
