package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.SandboxReply;
import io.batchwright.sandbox.internal.Tokens;
import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonNull;
import io.batchwright.sandbox.shaded.gson.JsonObject;

/** Writes chat completions as OpenAI and Moonshot do. */
public final class ChatForm {
  private ChatForm() {}

  /** A completion with the members that all providers write. */
  public static JsonObject plain(Completion completion) {
    return json(completion, message(completion, false), new JsonObject());
  }

  /** A completion with all members that were recorded at OpenAI. */
  static JsonObject full(Completion completion) {
    JsonObject choice = new JsonObject();
    choice.add("logprobs", JsonNull.INSTANCE);
    JsonObject json = json(completion, message(completion, true), choice);
    JsonObject usage = json.getAsJsonObject("usage");
    usage.add("prompt_tokens_details", zeros("cached_tokens", "audio_tokens"));
    usage.add(
        "completion_tokens_details",
        zeros(
            "reasoning_tokens",
            "audio_tokens",
            "accepted_prediction_tokens",
            "rejected_prediction_tokens"));
    json.addProperty("service_tier", "default");
    json.add("system_fingerprint", JsonNull.INSTANCE);
    return json;
  }

  private static JsonObject json(Completion completion, JsonObject message, JsonObject rest) {
    JsonObject choice = new JsonObject();
    choice.addProperty("index", 0);
    choice.add("message", message);
    rest.asMap().forEach(choice::add);
    choice.addProperty("finish_reason", finishReason(completion.reply(), "content_filter"));
    JsonObject json = new JsonObject();
    json.addProperty("id", completion.id());
    json.addProperty("object", "chat.completion");
    json.addProperty("created", completion.createdAt().getEpochSecond());
    json.addProperty("model", completion.model());
    json.add("choices", list(choice));
    json.add("usage", usage(completion.tokens()));
    return json;
  }

  /**
   * The finish reason of a text.
   *
   * @param filtered the provider's usual finish reason after a content filter
   */
  public static String finishReason(SandboxReply reply, String filtered) {
    return switch (reply.kind()) {
      case TEXT, REFUSED -> "stop";
      case CUT_OFF -> "length";
      case FILTERED -> reply.codeOr(filtered);
      case TOOL_CALL -> "tool_calls";
      default -> throw new IllegalArgumentException("No completion is " + reply.kind());
    };
  }

  /**
   * The message.
   *
   * @param full whether it has the members that are null or empty for plain text, such as the one
   *     for refusals
   */
  public static JsonObject message(Completion completion, boolean full) {
    SandboxReply reply = completion.reply();
    boolean refused = full && reply.kind() == SandboxReply.Kind.REFUSED;
    boolean calls = reply.kind() == SandboxReply.Kind.TOOL_CALL;
    JsonObject message = new JsonObject();
    message.addProperty("role", "assistant");
    message.addProperty("content", refused || calls ? null : reply.text());
    if (calls) message.add("tool_calls", list(toolCall(completion)));
    if (full) {
      message.addProperty("refusal", refused ? reply.text() : null);
      message.add("annotations", new JsonArray());
    }
    return message;
  }

  private static JsonObject toolCall(Completion completion) {
    JsonObject function = new JsonObject();
    function.addProperty("name", completion.reply().code());
    function.addProperty("arguments", completion.reply().text());
    JsonObject call = new JsonObject();
    call.addProperty("id", "call_" + completion.bareId());
    call.addProperty("type", "function");
    call.add("function", function);
    return call;
  }

  static JsonObject usage(Tokens tokens) {
    JsonObject usage = new JsonObject();
    usage.addProperty("prompt_tokens", tokens.input());
    usage.addProperty("completion_tokens", tokens.output());
    usage.addProperty("total_tokens", tokens.total());
    return usage;
  }

  static JsonObject zeros(String... members) {
    JsonObject zeros = new JsonObject();
    for (String member : members) zeros.addProperty(member, 0);
    return zeros;
  }

  static JsonArray list(JsonObject item) {
    JsonArray list = new JsonArray();
    list.add(item);
    return list;
  }
}
