package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.SandboxReply;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonNull;
import io.batchwright.sandbox.shaded.gson.JsonObject;

/** Writes a response body, which depends on the endpoint. */
final class Bodies {
  private final Profile profile;
  private final String endpoint;

  Bodies(Profile profile, String endpoint) {
    this.profile = profile;
    this.endpoint = endpoint;
  }

  JsonElement json(Completion completion) throws Refusal {
    SandboxReply reply = completion.reply();
    boolean responses = endpoint.endsWith("/responses");
    switch (reply.kind()) {
      case BODY -> {
        return Json.parsed(reply.text());
      }
      case ERROR -> throw Refusal.exact(reply.status(), reply.text(), reply.code());
      case BLOCKED -> {
        if (!responses) throw profile.blocked(reply.code());
      }
      default -> {}
    }
    if (responses) return ResponseForm.json(completion);
    if (endpoint.endsWith("/embeddings")) return EmbeddingsForm.json(completion);
    if (endpoint.endsWith("/moderations")) return ModerationForm.json(completion);
    if (endpoint.contains("/images/")) return profile.images(completion);
    return endpoint.endsWith("/chat/completions") ? profile.chat(completion) : text(completion);
  }

  /** A legacy text completion. */
  private static JsonObject text(Completion completion) {
    JsonObject choice = new JsonObject();
    choice.addProperty("text", completion.reply().text());
    choice.addProperty("index", 0);
    choice.add("logprobs", JsonNull.INSTANCE);
    choice.addProperty(
        "finish_reason", ChatForm.finishReason(completion.reply(), "content_filter"));
    JsonObject json = new JsonObject();
    json.addProperty("id", "cmpl-" + completion.bareId());
    json.addProperty("object", "text_completion");
    json.addProperty("created", completion.createdAt().getEpochSecond());
    json.addProperty("model", completion.model());
    json.add("choices", ChatForm.list(choice));
    json.add("usage", ChatForm.usage(completion.tokens()));
    return json;
  }
}
