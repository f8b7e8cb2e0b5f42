package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.LimitedStream;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonNull;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the body of a create and refuses invalid parameters. */
final class CreateReader {
  private static final long LARGEST_BODY = 1 << 20;
  private static final int MOST_PAIRS = 16;
  private static final int LONGEST_KEY = 64;
  private static final int LONGEST_VALUE = 512;

  private final Profile profile;

  CreateReader(Profile profile) {
    this.profile = profile;
  }

  CreateParams read(InputStream body) throws IOException {
    JsonObject json = Json.object(new LimitedStream(body, LARGEST_BODY, profile.tooLarge()));
    if (json == null) throw Refusal.invalid("The body is not one JSON object.");
    String inputFileId = required(json, "input_file_id");
    String endpoint = required(json, "endpoint");
    if (!profile.endpoints().contains(endpoint)) {
      throw Refusal.invalid("endpoint", "Supported values are: " + profile.endpoints());
    }
    return new CreateParams(
        inputFileId,
        endpoint,
        profile.window(json),
        metadata(json.get("metadata")),
        profile.filesKept(json),
        profile.deletesInput(json));
  }

  /** A required string. */
  private static String required(JsonObject json, String member) throws Refusal {
    String value = Json.string(json, member);
    if (value != null) return value;
    if (json.has(member)) throw Refusal.invalid(member, "It must be a string.");
    throw Refusal.missing(member);
  }

  private static JsonElement metadata(@Nullable JsonElement metadata) throws Refusal {
    if (metadata == null || metadata.isJsonNull()) return JsonNull.INSTANCE;
    if (!(metadata instanceof JsonObject pairs))
      throw Refusal.invalid("metadata", "It must be an object.");
    if (pairs.size() > MOST_PAIRS)
      throw Refusal.invalid("metadata", "More pairs than " + MOST_PAIRS);
    for (Map.Entry<String, JsonElement> pair : pairs.entrySet()) {
      if (pair.getKey().length() > LONGEST_KEY)
        throw Refusal.invalid("metadata", "A key is too long.");
      if (!(pair.getValue() instanceof JsonPrimitive value) || !value.isString()) {
        throw Refusal.invalid("metadata", "A value is no string.");
      }
      if (value.getAsString().length() > LONGEST_VALUE) {
        throw Refusal.invalid("metadata", "A value is too long.");
      }
    }
    return pairs;
  }
}
