package io.batchwright.sandbox.internal.zhipu;

import io.batchwright.sandbox.internal.Blob;
import io.batchwright.sandbox.internal.InputLines;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Params;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.io.IOException;

/** Validates what Zhipu validates during the upload; the batch validates the rest. */
final class UploadedLines {
  private static final int SHORTEST_ID = 6;

  private UploadedLines() {}

  static void check(Blob file) throws IOException {
    try (InputLines lines = new InputLines(file)) {
      for (InputLines.Line line = lines.next(); line != null; line = lines.next()) {
        JsonObject json = line.json();
        if (json != null) check(json);
      }
    }
  }

  private static void check(JsonObject line) throws Refusal {
    String customId = Json.string(line, "custom_id");
    if (customId != null && customId.codePointCount(0, customId.length()) < SHORTEST_ID) {
      throw new Refusal(400, "custom_id too short", ZhipuErrors.SHORT_ID, "custom_id");
    }
    if (!(line.get("body") instanceof JsonObject body)) return;
    String model = Params.model(body);
    if (model.isEmpty() || model.contains("no-such-model")) {
      throw new Refusal(400, "Model name error", ZhipuErrors.MODEL_NAME, "model");
    }
  }
}
