package io.batchwright.sandbox.internal.anthropic;

import io.batchwright.sandbox.SandboxReply;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Params;
import io.batchwright.sandbox.internal.Tokens;
import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonNull;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.util.Map;

/** Writes the message of a request that succeeded. */
final class MessageForm {
  /** The response names the dated version of a model. */
  private static final Map<String, String> DATED =
      Map.of("claude-haiku-4-5", "claude-haiku-4-5-20251001");

  private MessageForm() {}

  static JsonElement json(String id, JsonObject params, SandboxReply reply) {
    if (reply.kind() == SandboxReply.Kind.BODY) return Json.parsed(reply.text());
    String model = Params.model(params);
    JsonObject message = new JsonObject();
    message.addProperty("model", DATED.getOrDefault(model, model));
    message.addProperty("id", id);
    message.addProperty("type", "message");
    message.addProperty("role", "assistant");
    message.add("content", content(id, reply));
    message.addProperty("stop_reason", stopReason(reply));
    message.add("stop_sequence", JsonNull.INSTANCE);
    message.add("stop_details", stopDetails(reply));
    message.add("usage", usage(params, reply));
    return message;
  }

  private static String stopReason(SandboxReply reply) {
    return switch (reply.kind()) {
      case TEXT -> "end_turn";
      case CUT_OFF -> "max_tokens";
      case REFUSED -> "refusal";
      case PAUSED -> "pause_turn";
      case TOOL_CALL -> "tool_use";
      default -> throw new IllegalArgumentException("No message is " + reply.kind());
    };
  }

  /** A refusal may have no content at all; its text is then in the details. */
  private static JsonArray content(String id, SandboxReply reply) {
    JsonArray content = new JsonArray();
    JsonObject block = new JsonObject();
    switch (reply.kind()) {
      case REFUSED -> {
        return content;
      }
      case TOOL_CALL -> {
        block.addProperty("type", "tool_use");
        block.addProperty("id", id.replace("msg_", "toolu_"));
        block.addProperty("name", reply.code());
        block.add("input", Json.parsed(reply.text()));
      }
      default -> {
        block.addProperty("type", "text");
        block.addProperty("text", reply.text());
      }
    }
    content.add(block);
    return content;
  }

  private static JsonElement stopDetails(SandboxReply reply) {
    if (reply.kind() != SandboxReply.Kind.REFUSED) return JsonNull.INSTANCE;
    JsonObject details = new JsonObject();
    details.addProperty("type", "refusal");
    details.add("category", JsonNull.INSTANCE);
    details.addProperty("explanation", reply.text());
    return details;
  }

  private static JsonObject usage(JsonObject params, SandboxReply reply) {
    int input = Params.characters(params.get("system")) + Params.characters(params.get("messages"));
    Tokens tokens = Tokens.of(input, reply.text());
    JsonObject cache = new JsonObject();
    cache.addProperty("ephemeral_5m_input_tokens", 0);
    cache.addProperty("ephemeral_1h_input_tokens", 0);
    JsonObject usage = new JsonObject();
    usage.addProperty("input_tokens", tokens.input());
    usage.addProperty("cache_creation_input_tokens", 0);
    usage.addProperty("cache_read_input_tokens", 0);
    usage.add("cache_creation", cache);
    usage.addProperty("output_tokens", tokens.output());
    usage.addProperty("service_tier", "batch");
    usage.addProperty("inference_geo", "not_available");
    return usage;
  }
}
