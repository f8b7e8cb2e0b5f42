package io.batchwright.sandbox.internal.zhipu;

import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.openai.ChatForm;
import io.batchwright.sandbox.internal.openai.Completion;
import io.batchwright.sandbox.internal.openai.Profile;
import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;

/** Lines of results: every line has the batch's id, and the request's id is inside the body. */
final class ZhipuLines {
  private ZhipuLines() {}

  static JsonObject chat(Completion completion) {
    JsonObject usage = new JsonObject();
    usage.addProperty("completion_tokens", completion.tokens().output());
    usage.addProperty("prompt_tokens", completion.tokens().input());
    usage.addProperty("total_tokens", completion.tokens().total());
    JsonObject json = new JsonObject();
    json.addProperty("created", completion.createdAt().getEpochSecond());
    json.add("usage", usage);
    json.addProperty("model", completion.model());
    json.addProperty("id", completion.id());
    json.add("choices", choices(completion));
    json.addProperty("request_id", completion.customId());
    return json;
  }

  private static JsonArray choices(Completion completion) {
    JsonObject choice = new JsonObject();
    choice.addProperty("finish_reason", ChatForm.finishReason(completion.reply(), "sensitive"));
    choice.addProperty("index", 0);
    choice.add("message", ChatForm.message(completion, false));
    JsonArray choices = new JsonArray();
    choices.add(choice);
    return choices;
  }

  static JsonObject response(int status, JsonElement body) {
    JsonObject response = new JsonObject();
    response.addProperty("status_code", status);
    response.add("body", body);
    return response;
  }

  /** A line; that {@code error} comes last if the request never ran is unverified. */
  static String line(Profile.Line line) {
    String error = line.error().equals("null") ? "" : ",\"error\":" + line.error();
    String name = line.customId().isEmpty() ? "" : ",\"custom_id\":" + line.customId();
    return "{\"response\":"
        + line.response()
        + name
        + ",\"id\":"
        + Json.quoted(line.batchId())
        + error
        + "}";
  }
}
