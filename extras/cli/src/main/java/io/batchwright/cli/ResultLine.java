package io.batchwright.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.batchwright.ApiError;
import io.batchwright.BatchResult;
import io.batchwright.BatchResult.Cancelled;
import io.batchwright.BatchResult.Errored;
import io.batchwright.BatchResult.Expired;
import io.batchwright.BatchResult.Succeeded;
import io.batchwright.BatchResult.Unreadable;
import io.batchwright.ErrorKind;
import io.batchwright.ResultBody;
import io.batchwright.Usage;
import org.jspecify.annotations.Nullable;

/** One result in the form that this command writes, the same for every provider. */
final class ResultLine {
  private ResultLine() {}

  static JsonObject of(BatchResult result) {
    if (result instanceof Succeeded succeeded) {
      return succeeded(succeeded);
    }
    if (result instanceof Errored errored) {
      JsonObject error = StatusView.json(errored.error());
      return line(errored.customId(), "errored", error, body(errored.body()));
    }
    if (result instanceof Cancelled cancelled) {
      return line(cancelled.customId(), "cancelled", JsonNull.INSTANCE, body(cancelled.body()));
    }
    if (result instanceof Expired expired) {
      return line(expired.customId(), "expired", JsonNull.INSTANCE, body(expired.body()));
    }
    Unreadable bad = (Unreadable) result;
    String problem = "Line " + bad.line() + " of the results: " + bad.problem();
    return line(bad.customId(), "unreadable", error(problem), JsonNull.INSTANCE);
  }

  private static JsonObject succeeded(Succeeded result) {
    ResultBody body = result.body();
    JsonObject line = line(result.customId(), "succeeded", JsonNull.INSTANCE, body.json());
    line.addProperty("text", body.text());
    line.add("usage", usage(body.usage()));
    return line;
  }

  private static JsonObject line(
      @Nullable String customId, String outcome, JsonElement error, JsonElement body) {
    JsonObject line = new JsonObject();
    line.add("custom_id", Json.text(customId));
    line.addProperty("outcome", outcome);
    line.add("text", JsonNull.INSTANCE);
    line.add("usage", JsonNull.INSTANCE);
    line.add("error", error);
    line.add("body", body);
    return line;
  }

  private static JsonElement usage(@Nullable Usage usage) {
    if (usage == null) {
      return JsonNull.INSTANCE;
    }
    JsonObject object = new JsonObject();
    object.addProperty("input_tokens", usage.inputTokens());
    object.addProperty("output_tokens", usage.outputTokens());
    return object;
  }

  private static JsonObject error(String message) {
    return StatusView.json(
        ApiError.builder(ErrorKind.MALFORMED).type("unreadable").message(message).build());
  }

  /** An outcome without a body of its own is an empty object to the library, and null here. */
  private static JsonElement body(ResultBody body) {
    JsonObject json = body.json();
    return json.isEmpty() ? JsonNull.INSTANCE : json;
  }
}
