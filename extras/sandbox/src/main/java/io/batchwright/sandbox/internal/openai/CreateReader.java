package io.batchwright.sandbox.internal.openai;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.LimitedStream;
import io.batchwright.sandbox.internal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the body of a create and refuses what is refused at once. */
final class CreateReader {
  private static final long LARGEST_BODY = 1 << 20;
  private static final int MOST_PAIRS = 16;
  private static final int LONGEST_KEY = 64;
  private static final int LONGEST_VALUE = 512;

  private final Profile profile;

  CreateReader(Profile profile) {
    this.profile = profile;
  }

  CreateOrder read(InputStream body) throws IOException {
    JsonObject json = Json.object(new LimitedStream(body, LARGEST_BODY, profile.usual(413)));
    if (json == null) throw Refusal.invalid("The body is not one JSON object.");
    String inputFileId = required(json, "input_file_id");
    String endpoint = required(json, "endpoint");
    if (!profile.endpoints().contains(endpoint)) {
      throw invalid("endpoint", "Supported values are: " + profile.endpoints());
    }
    String window = Json.string(json, "completion_window");
    return new CreateOrder(
        inputFileId,
        endpoint,
        window == null ? "24h" : window,
        profile.lifetime(json),
        metadata(json.get("metadata")),
        profile.filesKept(json),
        profile.deletesInput(json));
  }

  /** A member that has to be a string. */
  static String required(JsonObject json, String member) throws Refusal {
    String value = Json.string(json, member);
    if (value != null) return value;
    if (json.has(member)) throw invalid(member, "It must be a string.");
    String message = "Missing required parameter: '" + member + "'.";
    throw new Refusal(400, message, "missing_required_parameter", member);
  }

  static Refusal invalid(String param, String message) {
    return new Refusal(400, "Invalid '" + param + "'. " + message, "invalid_value", param);
  }

  private static JsonElement metadata(@Nullable JsonElement metadata) throws Refusal {
    if (metadata == null || metadata.isJsonNull()) return JsonNull.INSTANCE;
    if (!(metadata instanceof JsonObject pairs)) throw invalid("metadata", "It must be an object.");
    if (pairs.size() > MOST_PAIRS) throw invalid("metadata", "More pairs than " + MOST_PAIRS);
    for (Map.Entry<String, JsonElement> pair : pairs.entrySet()) {
      if (pair.getKey().length() > LONGEST_KEY) throw invalid("metadata", "A key is too long.");
      if (!(pair.getValue() instanceof JsonPrimitive value) || !value.isString()) {
        throw invalid("metadata", "A value is no string.");
      }
      if (value.getAsString().length() > LONGEST_VALUE) {
        throw invalid("metadata", "A value is too long.");
      }
    }
    return pairs;
  }
}
