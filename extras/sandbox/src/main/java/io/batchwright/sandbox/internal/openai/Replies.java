package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.internal.http.Response;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.okhttp3.Headers;

/** JSON responses, including errors. */
public final class Replies {
  private Replies() {}

  public static Response error(Profile profile, Refusal refusal) {
    return json(refusal.status(), profile.error(refusal));
  }

  public static Response json(int status, JsonObject json) {
    return Response.of(status, Headers.of("Content-Type", "application/json"), Json.bytes(json));
  }
}
