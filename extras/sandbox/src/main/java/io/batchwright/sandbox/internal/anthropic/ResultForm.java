package io.batchwright.sandbox.internal.anthropic;

import io.batchwright.sandbox.internal.Entry;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.LineForm;
import io.batchwright.sandbox.internal.Outcome;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.nio.charset.StandardCharsets;

/** Writes lines of results. A stored result is the value of {@code result}. */
final class ResultForm implements LineForm {
  private static final byte[] CANCELLED = type("canceled");
  private static final byte[] EXPIRED = type("expired");
  private static final byte[] FAILED =
      Json.bytes(Errors.result("api_error", "Scripted to end with an error."));

  @Override
  public byte[] line(Entry entry, Outcome outcome, boolean unknownFields) {
    byte[] payload = entry.payload();
    byte[] result =
        switch (outcome) {
          case SUCCEEDED -> payload;
          case ERRORED -> payload.length == 0 ? FAILED : payload;
          case CANCELLED -> CANCELLED;
          case EXPIRED -> EXPIRED;
        };
    // A custom id consists of letters, digits, _ and -, so it needs no escapes.
    String name = entry.isNamed() ? "\"custom_id\":\"" + entry.customId() + "\"," : "";
    String line = "{" + name + "\"result\":" + new String(result, StandardCharsets.UTF_8) + "}";
    return (unknownFields ? Json.withUnknown(line) : line).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] type(String type) {
    JsonObject json = new JsonObject();
    json.addProperty("type", type);
    return Json.bytes(json);
  }
}
