package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Entry;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Outcome;
import io.batchwright.sandbox.internal.Script;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The member of a result that holds its outcome. */
final class ResultMember {
  private static final JsonObject FAILED =
      Errors.error(Errors.INTERNAL, "Scripted to end with an error.");

  private ResultMember() {}

  static String of(Entry entry, Outcome outcome, Script script) {
    boolean bare = script.has(Script.Trait.STATUS_FOR_ERROR);
    return switch (outcome) {
      case SUCCEEDED -> "\"response\":" + new String(entry.payload(), StandardCharsets.UTF_8);
      case ERRORED -> error(entry.payload().length == 0 ? FAILED : stored(entry), bare);
      // Only an unrequested result is written without one: expired requests have no result.
      case CANCELLED, EXPIRED -> error(Errors.error(Errors.CANCELLED, null), bare);
    };
  }

  /** An alias that prose documentation mentions; a missing message was observed. */
  private static String error(JsonObject error, boolean bare) {
    if (!bare) return "\"error\":" + Json.text(error);
    return "\"status\":" + Json.text(Errors.error(error.get("code").getAsInt(), null));
  }

  private static JsonObject stored(Entry entry) {
    try {
      JsonObject error = Json.object(entry.payload());
      if (error == null) throw new IllegalStateException("A stored error is no object");
      return error;
    } catch (IOException e) {
      throw new UncheckedIOException("Bytes in memory cannot be read", e);
    }
  }
}
