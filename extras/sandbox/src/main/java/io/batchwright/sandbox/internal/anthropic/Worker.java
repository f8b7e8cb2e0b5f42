package io.batchwright.sandbox.internal.anthropic;

import io.batchwright.sandbox.SandboxRequest;
import io.batchwright.sandbox.internal.Alphabet;
import io.batchwright.sandbox.internal.Draft;
import io.batchwright.sandbox.internal.IdForm;
import io.batchwright.sandbox.internal.Ids;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Params;
import io.batchwright.sandbox.internal.Settings;
import io.batchwright.sandbox.internal.Tokens;
import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonNull;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.io.IOException;
import java.util.Map;

/** Runs the requests of one batch, while it is being created: the clock decides when it shows. */
final class Worker {
  private static final IdForm MESSAGE_ID = new IdForm("msg_01", Alphabet.BASE58, 22);

  /** The provider answers with the dated name of a model. */
  private static final Map<String, String> DATED =
      Map.of("claude-haiku-4-5", "claude-haiku-4-5-20251001");

  private final Settings settings;
  private final Ids ids;
  private final Version version;
  private final Draft draft;

  Worker(Settings settings, Ids ids, Version version, Draft draft) {
    this.settings = settings;
    this.ids = ids;
    this.version = version;
    this.draft = draft;
  }

  void run(String customId, JsonObject params) throws IOException {
    JsonObject error = LateCheck.error(customId, params, version);
    if (error != null) {
      draft.errored(customId, Json.bytes(error));
      return;
    }
    SandboxRequest request =
        new SandboxRequest(
            customId, Params.model(params), Params.prompt(params), Json.forCaller(params));
    String reply;
    try {
      reply = settings.reply().apply(request);
    } catch (RuntimeException e) {
      JsonObject failed = Errors.result("api_error", "The reply function failed: " + e);
      draft.errored(customId, Json.bytes(failed));
      return;
    }
    draft.succeeded(customId, Json.bytes(succeeded(request.model(), params, reply)), Tokens.NONE);
  }

  private JsonObject succeeded(String model, JsonObject params, String reply) {
    JsonObject message = new JsonObject();
    message.addProperty("model", DATED.getOrDefault(model, model));
    message.addProperty("id", ids.id(MESSAGE_ID, draft.nextNumber()));
    message.addProperty("type", "message");
    message.addProperty("role", "assistant");
    message.add("content", content(reply));
    message.addProperty("stop_reason", "end_turn");
    message.add("stop_sequence", JsonNull.INSTANCE);
    message.add("stop_details", JsonNull.INSTANCE);
    message.add("usage", usage(params, reply));
    JsonObject result = new JsonObject();
    result.addProperty("type", "succeeded");
    result.add("message", message);
    return result;
  }

  private static JsonArray content(String reply) {
    JsonObject block = new JsonObject();
    block.addProperty("type", "text");
    block.addProperty("text", reply);
    JsonArray content = new JsonArray();
    content.add(block);
    return content;
  }

  private static JsonObject usage(JsonObject params, String reply) {
    int input = Params.characters(params.get("system")) + Params.characters(params.get("messages"));
    Tokens tokens = Tokens.of(input, reply);
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
