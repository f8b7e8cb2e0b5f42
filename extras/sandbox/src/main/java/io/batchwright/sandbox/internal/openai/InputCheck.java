package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.internal.Blob;
import io.batchwright.sandbox.internal.InputLines;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.JsonPrimitive;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Validates an input file up to the first line that makes the whole batch fail. */
final class InputCheck {
  /** The models of these endpoints have a default, so requests need not name one. */
  private static final List<String> WITHOUT_MODEL =
      List.of("/moderations", "/images/generations", "/images/edits");

  private final String endpoint;
  private final int mostLines;
  private final Map<String, Integer> seen = new HashMap<>();
  private @Nullable String model;

  InputCheck(String endpoint, int mostLines) {
    this.endpoint = endpoint;
    this.mostLines = mostLines;
  }

  Input check(Blob file) throws IOException {
    int count = 0;
    try (InputLines lines = new InputLines(file)) {
      for (InputLines.Line line = lines.next(); line != null; line = lines.next()) {
        if (++count > mostLines) return failed("too_many_tasks", "More lines than " + mostLines);
        LineProblem problem = problem(line);
        if (problem != null) return Input.failed(problem);
      }
    }
    if (count == 0) return failed("empty_file", "The file has no lines.");
    return new Input(model == null ? "" : model, List.of());
  }

  private static Input failed(String code, String message) {
    return Input.failed(new LineProblem(code, message, null, null));
  }

  private @Nullable LineProblem problem(InputLines.Line line) {
    JsonObject json = line.json();
    return json == null
        ? new LineProblem("invalid_json_line", "Not one JSON object.", null, line.number())
        : problem(json, line.number());
  }

  private @Nullable LineProblem problem(JsonObject json, int line) {
    String customId = Json.string(json, "custom_id");
    if (customId == null || customId.isEmpty()) return missing("custom_id", line);
    Integer before = seen.putIfAbsent(customId, line);
    if (before != null) {
      String message = "This custom id is already on line " + before + ".";
      return new LineProblem("duplicate_custom_id", message, "custom_id", line);
    }
    if (!json.has("method")) return missing("method", line);
    if (!"POST".equals(Json.string(json, "method"))) return invalid("method", line);
    if (!json.has("url")) return missing("url", line);
    if (!endpoint.equals(Json.string(json, "url"))) {
      return new LineProblem("invalid_url", "Not the batch's endpoint.", "url", line);
    }
    if (!json.has("body")) return missing("body", line);
    return json.get("body") instanceof JsonObject body
        ? problemIn(body, line)
        : invalid("body", line);
  }

  private @Nullable LineProblem problemIn(JsonObject body, int line) {
    String own = Json.string(body, "model");
    if (own == null || own.isEmpty()) {
      return WITHOUT_MODEL.stream().anyMatch(endpoint::endsWith)
          ? null
          : missing("body.model", line);
    }
    if (model == null) model = own;
    if (!model.equals(own)) {
      return new LineProblem("mismatched_model", "Not the other lines' model.", "body.model", line);
    }
    if (own.contains("no-such-model")) {
      return new LineProblem("model_not_found", "There is no such model.", "body.model", line);
    }
    JsonElement stream = body.get("stream");
    boolean streams = stream instanceof JsonPrimitive value && value.getAsBoolean();
    return streams
        ? new LineProblem("streaming_unsupported", "No streams here.", "body.stream", line)
        : null;
  }

  private static LineProblem missing(String param, int line) {
    String message = "The line lacks " + param + ".";
    return new LineProblem("missing_required_parameter", message, param, line);
  }

  private static LineProblem invalid(String param, int line) {
    return new LineProblem(
        "invalid_request", "The value of " + param + " is not allowed.", param, line);
  }
}
