package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.SandboxReply;
import io.batchwright.sandbox.SandboxRequest;
import io.batchwright.sandbox.internal.Alphabet;
import io.batchwright.sandbox.internal.Draft;
import io.batchwright.sandbox.internal.Entry;
import io.batchwright.sandbox.internal.IdForm;
import io.batchwright.sandbox.internal.Ids;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Settings;
import io.batchwright.sandbox.internal.Tokens;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the requests of one batch when it is created; the clock decides when each result becomes
 * visible. A stored result is the value of {@code response} or of {@code error}.
 */
final class Worker {
  private static final IdForm RESPONSE_ID = new IdForm("", Alphabet.BASE58, 23);
  private static final byte[] NOTHING = new byte[0];

  private final Settings settings;
  private final Ids ids;
  private final Draft draft;
  private final String model;
  private final Requests requests;
  private int count;

  Worker(Settings settings, Ids ids, Draft draft, String model, Requests requests) {
    this.settings = settings;
    this.ids = ids;
    this.draft = draft;
    this.model = model;
    this.requests = requests;
  }

  /** The number of requests it ran. */
  int count() {
    return count;
  }

  /**
   * Runs one request.
   *
   * @param key the request's key, for scripts and the reply function
   * @param echo what is returned with the result, or null for nothing
   * @param tier the spelling of the service tier, which differs between inline and file
   */
  void run(String key, @Nullable JsonElement echo, JsonObject request, String tier)
      throws IOException {
    count++;
    byte[] echoed = echo == null ? NOTHING : Json.bytes(echo);
    JsonObject error = lateError(key, request);
    if (error != null) {
      draft.errored(new Entry(key, echoed, Json.bytes(error)));
      return;
    }
    try {
      SandboxReply reply =
          settings
              .replies()
              .apply(
                  new SandboxRequest(
                      key, model, Contents.prompt(request), Json.forCaller(request)));
      if (reply.kind() == SandboxReply.Kind.ERROR) {
        JsonObject failure = Errors.error(reply.status(), reply.text());
        if (!reply.code().isEmpty()) failure.addProperty("status", reply.code());
        draft.errored(new Entry(key, echoed, Json.bytes(failure)));
        return;
      }
      Tokens tokens = Tokens.of(Contents.characters(request), reply.text());
      JsonElement response = response(reply, request, tokens, tier);
      draft.succeeded(new Entry(key, echoed, Json.bytes(response)), tokens);
    } catch (RuntimeException e) {
      JsonObject failed = Errors.error(Errors.INTERNAL, "The reply function failed: " + e);
      draft.errored(new Entry(key, echoed, Json.bytes(failed)));
    }
  }

  /** Validates a request only when it runs. */
  private @Nullable JsonObject lateError(String key, JsonObject request) {
    if (key.contains("-errored-")) return Errors.error(Errors.INTERNAL, "Asked for by its id.");
    if (Contents.hasPrompt(request, requests)) return null;
    return Errors.error(
        Errors.INVALID_ARGUMENT, requests.promptMember() + ": at least one is required");
  }

  private JsonElement response(SandboxReply reply, JsonObject request, Tokens tokens, String tier) {
    if (reply.kind() == SandboxReply.Kind.BODY) return Json.parsed(reply.text());
    if (requests == Requests.EMBED_CONTENT) return ResponseForm.embedding(reply, request, tokens);
    String id = ids.id(RESPONSE_ID, draft.nextNumber());
    return ResponseForm.content(reply, tokens, tier, model, id);
  }
}
