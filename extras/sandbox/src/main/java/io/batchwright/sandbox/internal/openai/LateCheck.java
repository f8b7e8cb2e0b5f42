package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonObject;

/** Validates a request only when it runs; an invalid one yields an error line. */
final class LateCheck {
  private LateCheck() {}

  static void check(String customId, JsonObject body, String endpoint) throws Refusal {
    if (customId.contains("-errored-")) {
      throw new Refusal(500, "Asked for by its id.", null, null);
    }
    boolean chat = endpoint.endsWith("/chat/completions");
    boolean asks = body.get("messages") instanceof JsonArray messages && !messages.isEmpty();
    if (chat && !asks) throw Refusal.missing("messages");
  }
}
