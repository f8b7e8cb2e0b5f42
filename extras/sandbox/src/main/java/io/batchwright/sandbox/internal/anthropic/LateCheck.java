package io.batchwright.sandbox.internal.anthropic;

import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Params;
import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.JsonPrimitive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Validates a request's params only when it runs; invalid ones yield an error line. */
final class LateCheck {
  private static final List<String> SAMPLING = List.of("temperature", "top_p", "top_k");

  private LateCheck() {}

  /** The result with the error, or null if the request is valid. */
  static @Nullable JsonObject error(String customId, JsonObject params, Version version) {
    if (customId.contains("-errored-")) return Errors.result("api_error", "Asked for by its id.");
    String model = Params.model(params);
    if (model.contains("no-such-model")) {
      return Errors.result("not_found_error", "model: " + model);
    }
    String problem = problem(params, model);
    if (problem == null && version.isStrict()) problem = strictProblem(params);
    return problem == null ? null : Errors.result("invalid_request_error", problem);
  }

  private static @Nullable String problem(JsonObject params, String model) {
    if (model.isEmpty()) return "model: a string is required";
    if (!(params.get("messages") instanceof JsonArray messages) || messages.isEmpty()) {
      return "messages: at least one message is required";
    }
    if (!(params.get("max_tokens") instanceof JsonPrimitive limit) || !isPositive(limit)) {
      return "max_tokens: a whole number above zero is required";
    }
    if (params.get("stream") instanceof JsonPrimitive stream && stream.getAsBoolean()) {
      return "stream: not possible in a batch";
    }
    return params.has("speed") ? "speed: not possible in a batch" : null;
  }

  private static boolean isPositive(JsonPrimitive number) {
    if (!number.isNumber()) return false;
    double value = number.getAsDouble();
    return value >= 1 && value == Math.rint(value);
  }

  private static @Nullable String strictProblem(JsonObject params) {
    for (String name : SAMPLING) {
      if (params.has(name)) return name + ": not accepted in this version";
    }
    if (!(params.get("messages") instanceof JsonArray messages)) return null;
    for (JsonElement turn : messages) {
      if (!(turn instanceof JsonObject message)) continue;
      boolean assistant = "assistant".equals(Json.string(message, "role"));
      if (!(message.get("content") instanceof JsonArray blocks)) continue;
      for (JsonElement block : blocks) {
        if (!(block instanceof JsonObject object)) continue;
        String type = Json.string(object, "type");
        if (assistant && "document".equals(type)) return "messages: a document is not the user's";
        if (!assistant && "text".equals(type) && object.has("citations")) {
          return "messages: citations in the user's text";
        }
      }
    }
    return null;
  }
}
