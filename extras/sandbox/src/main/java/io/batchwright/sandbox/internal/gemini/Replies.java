package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.Framing;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.http.Answer;
import io.batchwright.sandbox.internal.http.Content;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.stream.JsonWriter;
import io.batchwright.sandbox.shaded.okhttp3.Headers;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/** Answers in JSON with indents, as the API writes all of it but files. */
final class Replies {
  private static final Headers JSON = Headers.of("Content-Type", "application/json; charset=UTF-8");

  private Replies() {}

  /** Writes a value that may be too large to be held. */
  @FunctionalInterface
  interface Value {
    void writeTo(JsonWriter json) throws IOException;
  }

  static Answer empty() {
    return json(200, new JsonObject());
  }

  static Answer json(int status, JsonElement json) {
    Content content = indented(writer -> Json.values().write(writer, json));
    return Answer.of(status, JSON, Framing.LENGTH, content);
  }

  static Answer stream(Content content) {
    return Answer.of(200, JSON, Framing.CHUNKED, content);
  }

  static Content indented(Value value) {
    return sink -> {
      JsonWriter json =
          new JsonWriter(new OutputStreamWriter(sink.outputStream(), StandardCharsets.UTF_8));
      json.setIndent("  ");
      json.setHtmlSafe(false);
      value.writeTo(json);
      json.flush();
    };
  }
}
