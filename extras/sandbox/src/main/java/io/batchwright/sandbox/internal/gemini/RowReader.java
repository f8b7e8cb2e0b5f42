package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Blob;
import io.batchwright.sandbox.internal.InputLines;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.JsonPrimitive;
import java.io.IOException;
import java.util.Set;

/**
 * Reads an input file when its batch is created. One invalid row makes the whole create fail. What
 * makes a row invalid beyond malformed JSON is unverified; here it needs a request, and its key, if
 * any, must be a string. Keys are unique by convention only.
 */
final class RowReader {
  private static final Set<String> MEMBERS = Set.of("key", "request");

  private final Worker worker;

  RowReader(Worker worker) {
    this.worker = worker;
  }

  void read(Blob file) throws IOException {
    try (InputLines rows = new InputLines(file)) {
      for (InputLines.Line row = rows.next(); row != null; row = rows.next()) {
        JsonObject json = row.json();
        if (json == null || !MEMBERS.containsAll(json.keySet())) throw badRow();
        row(json);
      }
    }
    if (worker.count() == 0) throw Refusal.invalid("The input file has no rows.");
  }

  private void row(JsonObject json) throws IOException {
    if (!(json.get("request") instanceof JsonObject request)) throw badRow();
    JsonElement key = json.get("key");
    if (key != null && !(key instanceof JsonPrimitive text && text.isString())) throw badRow();
    worker.run(key == null ? "" : key.getAsString(), key, request, "SERVICE_TIER_STANDARD");
  }

  private static Refusal badRow() {
    return Refusal.invalid("The input file has a row that is not valid.");
  }
}
