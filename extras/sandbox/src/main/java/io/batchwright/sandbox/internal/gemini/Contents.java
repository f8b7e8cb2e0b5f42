package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Params;
import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** Reads the prompt of a request. */
final class Contents {
  private Contents() {}

  static boolean hasPrompt(JsonObject request, Requests requests) {
    JsonElement prompt = request.get(requests.promptMember());
    if (requests == Requests.EMBED_CONTENT) return prompt instanceof JsonObject;
    return prompt instanceof JsonArray contents && !contents.isEmpty();
  }

  /** The text to embed, or that of the last user turn; a turn without a role is the user's. */
  static String prompt(JsonObject request) {
    if (request.get("content") instanceof JsonObject content) return text(content.get("parts"));
    String prompt = "";
    if (!(request.get("contents") instanceof JsonArray turns)) return prompt;
    for (JsonElement turn : turns) {
      if (!(turn instanceof JsonObject content)) continue;
      String role = Json.string(content, "role");
      if (role == null || role.equals("user")) prompt = text(content.get("parts"));
    }
    return prompt;
  }

  private static String text(@Nullable JsonElement parts) {
    StringBuilder text = new StringBuilder();
    if (parts instanceof JsonArray array) {
      for (JsonElement part : array) {
        String piece = part instanceof JsonObject object ? Json.string(object, "text") : null;
        if (piece != null) text.append(piece);
      }
    }
    return text.toString();
  }

  static int characters(JsonObject request) {
    JsonElement system = Members.get(request, "systemInstruction");
    return Params.characters(system)
        + Params.characters(request.get("contents"))
        + Params.characters(request.get("content"));
  }
}
