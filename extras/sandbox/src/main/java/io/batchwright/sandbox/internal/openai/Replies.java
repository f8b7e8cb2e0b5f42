package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.internal.http.Answer;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.okhttp3.Headers;

/** Answers in JSON, good and bad. */
public final class Replies {
  private Replies() {}

  public static Answer error(Profile profile, Refusal refusal) {
    return json(refusal.status(), profile.error(refusal));
  }

  public static Answer json(int status, JsonObject json) {
    return Answer.of(status, Headers.of("Content-Type", "application/json"), Json.bytes(json));
  }
}
