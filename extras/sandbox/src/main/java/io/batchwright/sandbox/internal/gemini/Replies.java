package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.Framing;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.http.Content;
import io.batchwright.sandbox.internal.http.Response;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.stream.JsonWriter;
import io.batchwright.sandbox.shaded.okhttp3.Headers;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/** JSON responses, indented as the API does everywhere except for files. */
final class Replies {
  private static final Headers JSON = Headers.of("Content-Type", "application/json; charset=UTF-8");

  private Replies() {}

  /** Streams a value that may be too large for memory. */
  @FunctionalInterface
  interface Value {
    void writeTo(JsonWriter json) throws IOException;
  }

  static Response empty() {
    return json(200, new JsonObject());
  }

  static Response json(int status, JsonElement json) {
    Content content = indented(writer -> Json.values().write(writer, json));
    return Response.of(status, JSON, Framing.LENGTH, content);
  }

  static Response stream(Content content) {
    return Response.of(200, JSON, Framing.CHUNKED, content);
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
