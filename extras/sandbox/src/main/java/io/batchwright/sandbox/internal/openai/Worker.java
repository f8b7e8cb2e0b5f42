package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.SandboxReply;
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
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.io.IOException;

/**
 * Runs the lines of a valid input when its batch is created; the clock decides when each result
 * becomes visible.
 */
final class Worker {
  private final Profile profile;
  private final Settings settings;
  private final Ids ids;
  private final Draft draft;
  private final String endpoint;
  private final Bodies bodies;

  Worker(Profile profile, Settings settings, Ids ids, Draft draft, String endpoint) {
    this.profile = profile;
    this.settings = settings;
    this.ids = ids;
    this.draft = draft;
    this.endpoint = endpoint;
    this.bodies = new Bodies(profile, endpoint);
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
      Completion completion = completion(request, body);
      JsonElement json = json(completion);
      draft.succeeded(
          customId, Json.bytes(profile.response(200, requestId, json)), completion.tokens());
    } catch (Refusal refusal) {
      JsonObject error = profile.error(refusal);
      draft.errored(customId, Json.bytes(profile.response(refusal.status(), requestId, error)));
    }
  }

  private Completion completion(SandboxRequest request, JsonObject body) throws Refusal {
    String id = ids.id(profile.completionId(), draft.nextNumber());
    String model = profile.responseModel(request.model());
    try {
      SandboxReply reply = settings.replies().apply(request);
      Tokens tokens = Tokens.of(Params.characters(Params.input(body)), reply.text());
      return new Completion(id, request.customId(), settings.now(), model, body, reply, tokens);
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  private JsonElement json(Completion completion) throws Refusal {
    try {
      return bodies.json(completion);
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  private static Refusal failed(RuntimeException e) {
    return new Refusal(500, "The reply function failed: " + e, null, null);
  }
}
