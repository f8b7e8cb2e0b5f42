package io.batchwright.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.batchwright.ApiError;
import io.batchwright.BatchResult;
import io.batchwright.BatchResult.Errored;
import io.batchwright.BatchResult.Succeeded;
import io.batchwright.Finish;
import io.batchwright.Usage;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One result in the form that this command writes, the same for every provider. */
final class ResultLine {
  private ResultLine() {}

  static JsonObject of(BatchResult result) {
    JsonObject line = new JsonObject();
    line.add("custom_id", Json.text(result.customId()));
    if (result.position() != null) {
      line.addProperty("position", result.position());
    }
    line.addProperty("outcome", Outcomes.word(result.kind()));
    Succeeded response = result.succeeded().orElse(null);
    line.add("text", Json.text(response == null ? null : response.text()));
    line.add("finish", response == null ? JsonNull.INSTANCE : finish(response.finish()));
    line.add("usage", usage(response == null ? null : response.usage()));
    line.add("error", error(result.error()));
    line.add("body", body(result));
    if (result.kind() == BatchResult.Kind.UNREADABLE) {
      line.addProperty("line", result.lineNumber());
      line.addProperty("raw", new String(result.bytes(), StandardCharsets.UTF_8));
    }
    return line;
  }

  private static JsonObject finish(Finish finish) {
    JsonObject object = new JsonObject();
    object.addProperty("reason", Outcomes.word(finish.reason()));
    object.add("word", Json.text(finish.word()));
    return object;
  }

  private static JsonElement usage(@Nullable Usage usage) {
    if (usage == null) {
      return JsonNull.INSTANCE;
    }
    JsonObject object = new JsonObject();
    object.addProperty("input_tokens", usage.input());
    object.addProperty("output_tokens", usage.output());
    return object;
  }

  private static JsonElement error(@Nullable ApiError error) {
    return error == null ? JsonNull.INSTANCE : StatusView.json(error);
  }

  private static JsonElement body(BatchResult result) {
    if (result instanceof Succeeded response) {
      return response.json();
    }
    JsonObject json = result instanceof Errored errored ? errored.json() : new JsonObject();
    return json.isEmpty() ? JsonNull.INSTANCE : json;
  }
}
