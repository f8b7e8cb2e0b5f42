package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.SandboxReply;
import io.batchwright.sandbox.internal.Tokens;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.time.Instant;

/**
 * The response of a model, before a provider gives it its form.
 *
 * @param id its own id, in the form that the profile names
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

  /** The id without what it begins with. */
  String bareId() {
    return id.substring(id.indexOf('-') + 1);
  }

  /** A member of the request, or this if it was left out. */
  JsonElement asked(String member, JsonElement otherwise) {
    JsonElement value = request.get(member);
    return value == null ? otherwise : value;
  }

  /** Keeps the content out. */
  @Override
  public String toString() {
    return "Completion[customId=" + customId + "]";
  }
}
