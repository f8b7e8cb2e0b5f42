package io.batchwright.sandbox.internal.anthropic;

import io.batchwright.sandbox.SandboxReply;
import io.batchwright.sandbox.SandboxRequest;
import io.batchwright.sandbox.internal.Alphabet;
import io.batchwright.sandbox.internal.Draft;
import io.batchwright.sandbox.internal.IdForm;
import io.batchwright.sandbox.internal.Ids;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Params;
import io.batchwright.sandbox.internal.Settings;
import io.batchwright.sandbox.internal.Tokens;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the requests of one batch when it is created; the clock decides when each result becomes
 * visible.
 */
final class Worker {
  private static final IdForm MESSAGE_ID = new IdForm("msg_01", Alphabet.BASE58, 22);

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
    try {
      SandboxReply reply =
          settings
              .replies()
              .apply(
                  new SandboxRequest(
                      customId,
                      Params.model(params),
                      Params.prompt(params),
                      Json.forCaller(params)));
      JsonObject failed = error(reply);
      if (failed == null) {
        draft.succeeded(customId, Json.bytes(succeeded(params, reply)), Tokens.NONE);
      } else {
        draft.errored(customId, Json.bytes(failed));
      }
    } catch (RuntimeException e) {
      JsonObject failed = Errors.result("api_error", "The reply function failed: " + e);
      draft.errored(customId, Json.bytes(failed));
    }
  }

  /** The result of a reply that is an error, or null. */
  private static @Nullable JsonObject error(SandboxReply reply) {
    return switch (reply.kind()) {
      case ERROR -> Errors.result(Errors.type(reply.status()), reply.text(), reply.code());
      case BLOCKED ->
          Errors.result("invalid_request_error", "The prompt was blocked.", reply.code());
      default -> null;
    };
  }

  private JsonObject succeeded(JsonObject params, SandboxReply reply) {
    JsonObject result = new JsonObject();
    result.addProperty("type", "succeeded");
    result.add("message", MessageForm.json(ids.id(MESSAGE_ID, draft.nextNumber()), params, reply));
    return result;
  }
}
