package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.SandboxRequest;
import io.batchwright.sandbox.internal.Blob;
import io.batchwright.sandbox.internal.Draft;
import io.batchwright.sandbox.internal.Ids;
import io.batchwright.sandbox.internal.InputLines;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Params;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.internal.Settings;
import io.batchwright.sandbox.internal.Tokens;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.io.IOException;

/**
 * Runs the lines of a valid input, while its batch is being created: the clock decides when it
 * shows.
 */
final class Worker {
  private final Profile profile;
  private final Settings settings;
  private final Ids ids;
  private final Draft draft;
  private final String endpoint;

  Worker(Profile profile, Settings settings, Ids ids, Draft draft, String endpoint) {
    this.profile = profile;
    this.settings = settings;
    this.ids = ids;
    this.draft = draft;
    this.endpoint = endpoint;
  }

  void run(Blob file) throws IOException {
    try (InputLines lines = new InputLines(file)) {
      for (InputLines.Line line = lines.next(); line != null; line = lines.next()) {
        JsonObject json = line.json();
        if (json == null) throw new IllegalStateException("The input was not checked");
        run(String.valueOf(Json.string(json, "custom_id")), json.getAsJsonObject("body"));
      }
    }
  }

  private void run(String customId, JsonObject body) throws IOException {
    String requestId = RequestIds.of(ids, draft.nextNumber());
    try {
      LateCheck.check(customId, body, endpoint);
      SandboxRequest request =
          new SandboxRequest(
              customId, Params.model(body), Params.prompt(body), Json.forCaller(body));
      String reply = reply(request);
      Tokens tokens = Tokens.of(Params.characters(Params.asked(body)), reply);
      JsonObject answer = answer(completion(request, reply, tokens));
      draft.succeeded(customId, Json.bytes(profile.response(200, requestId, answer)), tokens);
    } catch (Refusal refusal) {
      JsonObject error = profile.error(refusal);
      draft.errored(customId, Json.bytes(profile.response(refusal.status(), requestId, error)));
    }
  }

  private JsonObject answer(Completion completion) {
    if (endpoint.endsWith("/embeddings")) return OtherBodies.embeddings(completion);
    if (endpoint.endsWith("/responses")) return OtherBodies.response(completion);
    return profile.chat(completion);
  }

  private String reply(SandboxRequest request) throws Refusal {
    try {
      return settings.reply().apply(request);
    } catch (RuntimeException e) {
      throw new Refusal(500, "The reply function failed: " + e, null, null);
    }
  }

  private Completion completion(SandboxRequest request, String reply, Tokens tokens) {
    String id = ids.id(profile.completionId(), draft.nextNumber());
    String model = profile.answeringModel(request.model());
    return new Completion(id, request.customId(), settings.now(), model, reply, tokens);
  }
}
