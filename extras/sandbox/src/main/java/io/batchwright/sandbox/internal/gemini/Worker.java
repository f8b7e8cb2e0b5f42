package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.SandboxRequest;
import io.batchwright.sandbox.internal.Alphabet;
import io.batchwright.sandbox.internal.Draft;
import io.batchwright.sandbox.internal.Entry;
import io.batchwright.sandbox.internal.IdForm;
import io.batchwright.sandbox.internal.Ids;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Settings;
import io.batchwright.sandbox.internal.Tokens;
import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the requests of one batch, while it is being created: the clock decides when it shows. A
 * stored answer is the value of {@code response} or of {@code error}.
 */
final class Worker {
  private static final IdForm RESPONSE_ID = new IdForm("", Alphabet.BASE58, 23);
  private static final byte[] NOTHING = new byte[0];

  private final Settings settings;
  private final Ids ids;
  private final Draft draft;
  private final String model;
  private int count;

  Worker(Settings settings, Ids ids, Draft draft, String model) {
    this.settings = settings;
    this.ids = ids;
    this.draft = draft;
    this.model = model;
  }

  /** How many requests it ran. */
  int count() {
    return count;
  }

  /**
   * Runs one request.
   *
   * @param key what the caller calls it, for scripts and for the reply
   * @param echo what comes back with the answer, or null for nothing
   * @param tier how the service tier is spelled, which differs between inline and file
   */
  void run(String key, @Nullable JsonElement echo, JsonObject request, String tier)
      throws IOException {
    count++;
    byte[] echoed = echo == null ? NOTHING : Json.bytes(echo);
    JsonObject error = lateError(key, request);
    String reply = "";
    if (error == null) {
      try {
        reply =
            settings
                .reply()
                .apply(
                    new SandboxRequest(
                        key, model, Contents.prompt(request), Json.forCaller(request)));
      } catch (RuntimeException e) {
        error = Errors.error(Errors.INTERNAL, "The reply function failed: " + e);
      }
    }
    if (error != null) {
      draft.errored(new Entry(key, echoed, Json.bytes(error)));
      return;
    }
    Tokens tokens = Tokens.of(Contents.characters(request), reply);
    draft.succeeded(new Entry(key, echoed, Json.bytes(response(reply, tokens, tier))), tokens);
  }

  /** What is found wrong with a request only when it runs. */
  private static @Nullable JsonObject lateError(String key, JsonObject request) {
    if (key.contains("-errored-")) return Errors.error(Errors.INTERNAL, "Asked for by its id.");
    if (Contents.isAsking(request)) return null;
    return Errors.error(Errors.INVALID_ARGUMENT, "contents: at least one is required");
  }

  private JsonObject response(String reply, Tokens tokens, String tier) {
    JsonObject json = new JsonObject();
    json.add("candidates", candidates(reply));
    json.add("usageMetadata", usage(tokens, tier));
    json.addProperty("modelVersion", model);
    json.addProperty("responseId", ids.id(RESPONSE_ID, draft.nextNumber()));
    return json;
  }

  private static JsonArray candidates(String reply) {
    JsonObject part = new JsonObject();
    part.addProperty("text", reply);
    JsonObject content = new JsonObject();
    content.add("parts", list(part));
    content.addProperty("role", "model");
    JsonObject candidate = new JsonObject();
    candidate.add("content", content);
    candidate.addProperty("finishReason", "STOP");
    candidate.addProperty("index", 0);
    return list(candidate);
  }

  private static JsonObject usage(Tokens tokens, String tier) {
    JsonObject details = new JsonObject();
    details.addProperty("modality", "TEXT");
    details.addProperty("tokenCount", tokens.input());
    JsonObject usage = new JsonObject();
    usage.addProperty("promptTokenCount", tokens.input());
    usage.addProperty("candidatesTokenCount", tokens.output());
    usage.addProperty("totalTokenCount", tokens.total());
    usage.add("promptTokensDetails", list(details));
    usage.addProperty("serviceTier", tier);
    return usage;
  }

  private static JsonArray list(JsonObject only) {
    JsonArray list = new JsonArray();
    list.add(only);
    return list;
  }
}
