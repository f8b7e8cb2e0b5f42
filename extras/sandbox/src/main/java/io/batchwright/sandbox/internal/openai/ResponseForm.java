package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.SandboxReply;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Tokens;
import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonNull;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.util.Map;

/** Writes bodies of OpenAI's Responses with the members of the recorded ones, in their order. */
final class ResponseForm {
  /** The defaults of members that the request omits. */
  private static final JsonObject USUAL =
      Json.parsed(
              """
              {"background":false,"billing":{"payer":"developer"},"completed_at":null,"error":null,\
              "incomplete_details":null,"instructions":null,"max_output_tokens":null,\
              "max_tool_calls":null,"model":null,"output":[],"parallel_tool_calls":true,\
              "previous_response_id":null,"prompt_cache_key":null,"prompt_cache_retention":null,\
              "reasoning":{"effort":null,"summary":null},"safety_identifier":null,\
              "service_tier":"default","store":true,"temperature":1.0,\
              "text":{"format":{"type":"text"},"verbosity":"medium"},"tool_choice":"auto",\
              "tools":[],"top_logprobs":0,"top_p":1.0,"truncation":"disabled","usage":null,\
              "user":null,"metadata":{}}""")
          .getAsJsonObject();

  private ResponseForm() {}

  static JsonObject json(Completion completion) {
    SandboxReply reply = completion.reply();
    String status =
        switch (reply.kind()) {
          case TEXT, REFUSED, TOOL_CALL -> "completed";
          case CUT_OFF, FILTERED -> "incomplete";
          case FAILED, BLOCKED -> "failed";
          default -> throw new IllegalArgumentException("No response is " + reply.kind());
        };
    long created = completion.createdAt().getEpochSecond();
    JsonObject json = new JsonObject();
    json.addProperty("id", "resp_" + completion.bareId());
    json.addProperty("object", "response");
    json.addProperty("created_at", created);
    json.addProperty("status", status);
    for (Map.Entry<String, JsonElement> member : USUAL.asMap().entrySet()) {
      json.add(member.getKey(), completion.member(member.getKey(), member.getValue()).deepCopy());
    }
    if (status.equals("completed")) json.addProperty("completed_at", created);
    json.addProperty("model", completion.model());
    json.add("error", error(reply));
    json.add("incomplete_details", incompleteDetails(reply));
    if (!status.equals("failed")) json.add("output", ChatForm.list(item(completion, status)));
    json.add("usage", usage(completion.tokens()));
    return json;
  }

  private static JsonElement error(SandboxReply reply) {
    boolean blocked = reply.kind() == SandboxReply.Kind.BLOCKED;
    if (!blocked && reply.kind() != SandboxReply.Kind.FAILED) return JsonNull.INSTANCE;
    JsonObject error = new JsonObject();
    error.addProperty("code", reply.codeOr(blocked ? "invalid_prompt" : "server_error"));
    error.addProperty("message", blocked ? "The prompt was blocked." : reply.text());
    return error;
  }

  private static JsonElement incompleteDetails(SandboxReply reply) {
    JsonObject details = new JsonObject();
    switch (reply.kind()) {
      case CUT_OFF -> details.addProperty("reason", "max_output_tokens");
      case FILTERED -> details.addProperty("reason", reply.codeOr("content_filter"));
      default -> {
        return JsonNull.INSTANCE;
      }
    }
    return details;
  }

  private static JsonObject item(Completion completion, String status) {
    SandboxReply reply = completion.reply();
    JsonObject item = new JsonObject();
    if (reply.kind() == SandboxReply.Kind.TOOL_CALL) {
      item.addProperty("id", "fc_" + completion.bareId());
      item.addProperty("type", "function_call");
      item.addProperty("status", status);
      item.addProperty("arguments", reply.text());
      item.addProperty("call_id", "call_" + completion.bareId());
      item.addProperty("name", reply.code());
      return item;
    }
    item.addProperty("id", "msg_" + completion.bareId());
    item.addProperty("type", "message");
    item.addProperty("status", status);
    item.add("content", ChatForm.list(part(reply)));
    item.addProperty("role", "assistant");
    return item;
  }

  private static JsonObject part(SandboxReply reply) {
    JsonObject part = new JsonObject();
    if (reply.kind() == SandboxReply.Kind.REFUSED) {
      part.addProperty("type", "refusal");
      part.addProperty("refusal", reply.text());
      return part;
    }
    part.addProperty("type", "output_text");
    part.add("annotations", new JsonArray());
    part.add("logprobs", new JsonArray());
    part.addProperty("text", reply.text());
    return part;
  }

  private static JsonObject usage(Tokens tokens) {
    JsonObject usage = new JsonObject();
    usage.addProperty("input_tokens", tokens.input());
    usage.add("input_tokens_details", ChatForm.zeros("cached_tokens"));
    usage.addProperty("output_tokens", tokens.output());
    usage.add("output_tokens_details", ChatForm.zeros("reasoning_tokens"));
    usage.addProperty("total_tokens", tokens.total());
    return usage;
  }
}
