package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.LimitedStream;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.internal.http.Exchange;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.JsonPrimitive;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a file, sent in the first step of an upload.
 *
 * @param name the requested name, or null for any
 */
record FileNote(@Nullable String name, @Nullable String displayName, String mimeType) {
  private static final long LARGEST_BODY = 1 << 20;
  private static final int LONGEST_DISPLAY_NAME = 512;
  private static final Set<String> BODY = Set.of("file");
  private static final Set<String> FILE = Set.of("name", "displayName", "mimeType", "sizeBytes");

  static FileNote read(Exchange exchange) throws IOException {
    Refusal tooLarge = Refusal.invalid("Body is above " + LARGEST_BODY + " bytes.");
    byte[] body = new LimitedStream(exchange.body(), LARGEST_BODY, tooLarge).readAllBytes();
    JsonObject json = body.length == 0 ? new JsonObject() : Json.object(body);
    if (json == null) throw Refusal.invalid("The body is not a JSON object.");
    Members.check(json, BODY, "");
    JsonElement file = Objects.requireNonNullElse(json.get("file"), new JsonObject());
    if (!(file instanceof JsonObject note)) throw Refusal.invalid("An object is required at file.");
    Members.check(note, FILE, "file");
    String announced =
        Objects.requireNonNullElse(
            UploadHeaders.mimeType(exchange.headers()), "application/octet-stream");
    String mimeType = text(note, "mimeType");
    return new FileNote(
        text(note, "name"), displayName(note), mimeType == null ? announced : mimeType);
  }

  private static @Nullable String displayName(JsonObject note) throws Refusal {
    String text = text(note, "displayName");
    if (text != null && text.length() > LONGEST_DISPLAY_NAME) {
      throw Refusal.invalid("The display name has more than 512 characters.");
    }
    return text;
  }

  private static @Nullable String text(JsonObject note, String member) {
    return Members.get(note, member) instanceof JsonPrimitive text ? text.getAsString() : null;
  }
}
