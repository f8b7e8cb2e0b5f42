package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.internal.Alphabet;
import io.batchwright.sandbox.internal.Entry;
import io.batchwright.sandbox.internal.IdForm;
import io.batchwright.sandbox.internal.Ids;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.LineForm;
import io.batchwright.sandbox.internal.Outcome;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.nio.charset.StandardCharsets;

/** Writes lines of results. A stored result is the value of {@code response}. */
final class DialectLines implements LineForm {
  private static final IdForm LINE_ID = new IdForm("batch_req_", Alphabet.HEX, 32);

  private final Profile profile;
  private final Ids ids;
  private final Job job;

  DialectLines(Profile profile, Ids ids, Job job) {
    this.profile = profile;
    this.ids = ids;
    this.job = job;
  }

  @Override
  public byte[] line(Entry entry, Outcome outcome, boolean unknownFields) {
    String customId = entry.customId();
    byte[] payload = entry.payload();
    long number = number(customId);
    String id = ids.id(LINE_ID, number);
    String response =
        switch (outcome) {
          case SUCCEEDED -> new String(payload, StandardCharsets.UTF_8);
          case ERRORED ->
              payload.length == 0
                  ? failed(RequestIds.of(ids, number))
                  : new String(payload, StandardCharsets.UTF_8);
          case EXPIRED, CANCELLED -> "null";
        };
    String error =
        switch (outcome) {
          case SUCCEEDED, ERRORED -> "null";
          case EXPIRED -> error("batch_expired", "The window closed before the request could run.");
          // Seen at OpenAI; unverified at the others.
          case CANCELLED ->
              error("batch_cancelled", "The batch was cancelled before it could run.");
        };
    String name = entry.isNamed() ? Json.quoted(customId) : "";
    String line = profile.line(new Profile.Line(id, job.id(), name, response, error));
    return (unknownFields ? Json.withUnknown(line) : line).getBytes(StandardCharsets.UTF_8);
  }

  private String failed(String requestId) {
    Refusal refusal = new Refusal(500, "Scripted to end with an error.", null, null);
    return Json.text(profile.response(500, requestId, profile.error(refusal)));
  }

  private static String error(String code, String message) {
    JsonObject error = new JsonObject();
    error.addProperty("code", code);
    error.addProperty("message", message);
    return Json.text(error);
  }

  /** A number for ids, derived from the batch and the custom id. */
  private long number(String customId) {
    long hash = job.number();
    for (int i = 0; i < customId.length(); i++) hash = hash * 0x100000001B3L ^ customId.charAt(i);
    return hash;
  }
}
