package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.SandboxReply;
import io.batchwright.sandbox.internal.Tokens;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.time.Instant;

/**
 * The response of a model, before a provider formats it.
 *
 * @param id its own id, in the format of the profile
 * @param request the body of the request
 */
public record Completion(
    String id,
    String customId,
    Instant createdAt,
    String model,
    JsonObject request,
    SandboxReply reply,
    Tokens tokens) {

  /** The id without its prefix. */
  String bareId() {
    return id.substring(id.indexOf('-') + 1);
  }

  /** A member of the request, or this default. */
  JsonElement member(String member, JsonElement otherwise) {
    JsonElement value = request.get(member);
    return value == null ? otherwise : value;
  }

  /** Omits the content. */
  @Override
  public String toString() {
    return "Completion[customId=" + customId + "]";
  }
}
