package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.SandboxReply;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Tokens;
import io.batchwright.sandbox.internal.Vectors;
import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** Writes the response of a request that succeeded. */
final class ResponseForm {
  private ResponseForm() {}

  /** A response with content; without candidates if the prompt was blocked. */
  static JsonObject content(
      SandboxReply reply, Tokens tokens, String tier, String model, String id) {
    boolean blocked = reply.kind() == SandboxReply.Kind.BLOCKED;
    JsonObject json = new JsonObject();
    if (blocked) {
      JsonObject feedback = new JsonObject();
      feedback.addProperty("blockReason", reply.codeOr("PROHIBITED_CONTENT"));
      json.add("promptFeedback", feedback);
    } else {
      json.add("candidates", list(candidate(reply)));
    }
    json.add("usageMetadata", usage(blocked ? new Tokens(tokens.input(), 0) : tokens, tier));
    json.addProperty("modelVersion", model);
    json.addProperty("responseId", id);
    return json;
  }

  private static JsonObject candidate(SandboxReply reply) {
    JsonObject candidate = new JsonObject();
    String reason = finishReason(reply);
    JsonObject part = new JsonObject();
    if (reply.kind() == SandboxReply.Kind.TOOL_CALL) {
      JsonObject call = new JsonObject();
      call.addProperty("name", reply.code());
      call.add("args", Json.parsed(reply.text()));
      part.add("functionCall", call);
    } else {
      part.addProperty("text", reply.text());
    }
    JsonObject content = new JsonObject();
    content.add("parts", list(part));
    content.addProperty("role", "model");
    boolean nothing = reply.kind() == SandboxReply.Kind.FILTERED && reply.text().isEmpty();
    if (!nothing) candidate.add("content", content);
    candidate.addProperty("finishReason", reason);
    candidate.addProperty("index", 0);
    return candidate;
  }

  private static String finishReason(SandboxReply reply) {
    return switch (reply.kind()) {
      case TEXT, REFUSED, TOOL_CALL -> "STOP";
      case CUT_OFF -> "MAX_TOKENS";
      case FILTERED -> reply.codeOr("SAFETY");
      default -> throw new IllegalArgumentException("No content is " + reply.kind());
    };
  }

  private static JsonObject usage(Tokens tokens, String tier) {
    JsonObject usage = new JsonObject();
    usage.addProperty("promptTokenCount", tokens.input());
    if (tokens.output() != 0) usage.addProperty("candidatesTokenCount", tokens.output());
    usage.addProperty("totalTokenCount", tokens.total());
    usage.add("promptTokensDetails", text(tokens));
    usage.addProperty("serviceTier", tier);
    return usage;
  }

  /**
   * An embedding, per the newest discovery document; third parties' data have {@code tokenCount}
   * instead of its usage.
   */
  static JsonObject embedding(SandboxReply reply, JsonObject request, Tokens tokens) {
    JsonObject embedding = new JsonObject();
    embedding.add("values", Vectors.json(Vectors.of(reply, 0, dimensions(request))));
    JsonObject usage = new JsonObject();
    usage.addProperty("promptTokenCount", tokens.input());
    usage.add("promptTokenDetails", text(tokens));
    JsonObject json = new JsonObject();
    json.add("embedding", embedding);
    json.add("usageMetadata", usage);
    return json;
  }

  private static @Nullable JsonElement dimensions(JsonObject request) {
    JsonElement config = Members.get(request, "embedContentConfig");
    JsonObject owner = config instanceof JsonObject object ? object : request;
    return Members.get(owner, "outputDimensionality");
  }

  private static JsonArray text(Tokens tokens) {
    JsonObject details = new JsonObject();
    details.addProperty("modality", "TEXT");
    details.addProperty("tokenCount", tokens.input());
    return list(details);
  }

  private static JsonArray list(JsonObject only) {
    JsonArray list = new JsonArray();
    list.add(only);
    return list;
  }
}
