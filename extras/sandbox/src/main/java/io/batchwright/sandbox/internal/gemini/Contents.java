package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Params;
import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** Reads what is asked out of a request. */
final class Contents {
  private Contents() {}

  static boolean isAsking(JsonObject request, Requests requests) {
    JsonElement asked = request.get(requests.asking());
    if (requests == Requests.EMBED_CONTENT) return asked instanceof JsonObject;
    return asked instanceof JsonArray contents && !contents.isEmpty();
  }

  /** The text to embed, or of the last user turn; a turn is the user's unless it says otherwise. */
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
