package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonNull;
import io.batchwright.sandbox.shaded.gson.JsonObject;

/** Writes chat completions as OpenAI and Moonshot do. */
public final class ChatForm {
  private ChatForm() {}

  /**
   * A chat completion.
   *
   * @param full whether it has the members that are null for plain text
   */
  public static JsonObject json(Completion completion, boolean full) {
    JsonObject json = new JsonObject();
    json.addProperty("id", completion.id());
    json.addProperty("object", "chat.completion");
    json.addProperty("created", completion.createdAt().getEpochSecond());
    json.addProperty("model", completion.model());
    json.add("choices", choices(completion.text(), full));
    JsonObject usage = new JsonObject();
    usage.addProperty("prompt_tokens", completion.tokens().input());
    usage.addProperty("completion_tokens", completion.tokens().output());
    usage.addProperty("total_tokens", completion.tokens().total());
    json.add("usage", usage);
    return json;
  }

  private static JsonArray choices(String text, boolean full) {
    JsonObject message = new JsonObject();
    message.addProperty("role", "assistant");
    message.addProperty("content", text);
    if (full) message.add("refusal", JsonNull.INSTANCE);
    JsonObject choice = new JsonObject();
    choice.addProperty("index", 0);
    choice.add("message", message);
    if (full) choice.add("logprobs", JsonNull.INSTANCE);
    choice.addProperty("finish_reason", "stop");
    JsonArray choices = new JsonArray();
    choices.add(choice);
    return choices;
  }
}
