package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.SandboxReply;
import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.JsonPrimitive;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes moderations, per the vendor's types; an input is flagged if the reply is a filtered one.
 */
final class ModerationForm {
  private static final List<String> CATEGORIES =
      List.of(
          "harassment",
          "harassment/threatening",
          "hate",
          "hate/threatening",
          "illicit",
          "illicit/violent",
          "self-harm",
          "self-harm/intent",
          "self-harm/instructions",
          "sexual",
          "sexual/minors",
          "violence",
          "violence/graphic");

  private static final Set<SandboxReply.Kind> KINDS =
      Set.of(SandboxReply.Kind.TEXT, SandboxReply.Kind.FILTERED);

  private ModerationForm() {}

  static JsonObject json(Completion completion) {
    SandboxReply.Kind kind = completion.reply().kind();
    if (!KINDS.contains(kind)) throw new IllegalArgumentException("No moderation is " + kind);
    boolean flagged = kind == SandboxReply.Kind.FILTERED;
    JsonArray results = new JsonArray();
    for (int i = 0; i < inputs(completion.request().get("input")); i++) {
      results.add(result(flagged, completion.reply().codeOr("violence")));
    }
    JsonObject json = new JsonObject();
    json.addProperty("id", "modr-" + completion.bareId());
    json.addProperty("model", completion.model());
    json.add("results", results);
    return json;
  }

  /** Texts are moderated one by one, the parts of a message together. */
  private static int inputs(@Nullable JsonElement input) {
    if (!(input instanceof JsonArray list)) return 1;
    boolean texts = list.asList().stream().allMatch(JsonElement::isJsonPrimitive);
    return texts ? list.size() : 1;
  }

  private static JsonObject result(boolean flagged, String category) {
    JsonObject categories = new JsonObject();
    JsonObject scores = new JsonObject();
    JsonObject types = new JsonObject();
    for (String name : CATEGORIES) {
      boolean applies = flagged && name.equals(category);
      categories.addProperty(name, applies);
      scores.addProperty(name, applies ? 0.97 : 0.0001);
      JsonArray text = new JsonArray();
      text.add(new JsonPrimitive("text"));
      types.add(name, text);
    }
    JsonObject result = new JsonObject();
    result.addProperty("flagged", flagged);
    result.add("categories", categories);
    result.add("category_scores", scores);
    result.add("category_applied_input_types", types);
    return result;
  }
}
