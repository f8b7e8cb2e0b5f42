package io.batchwright.sandbox.internal.anthropic;

import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.JsonParseException;
import io.batchwright.sandbox.shaded.gson.stream.JsonReader;
import io.batchwright.sandbox.shaded.gson.stream.JsonToken;
import io.batchwright.sandbox.shaded.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the body of a create one request at a time, and refuses invalid input at once. */
final class CreateReader {
  private static final int MOST_REQUESTS = 100_000;
  private static final Pattern CUSTOM_ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

  private final Worker worker;
  private final Set<String> customIds = new HashSet<>();
  private boolean found;

  CreateReader(Worker worker) {
    this.worker = worker;
  }

  void read(InputStream body) throws IOException {
    JsonReader json = Json.reader(body);
    try {
      object(json);
    } catch (MalformedJsonException
        | JsonParseException
        | CharacterCodingException
        | EOFException
        | IllegalStateException e) {
      // The parser's message quotes the body.
      throw Refusal.invalid("The body is not valid JSON: " + json.getPath());
    }
    if (!found) throw Refusal.invalid("requests: field is required");
    if (customIds.isEmpty()) throw Refusal.invalid("requests: at least one request is required");
  }

  private void object(JsonReader json) throws IOException {
    if (json.peek() != JsonToken.BEGIN_OBJECT) throw Refusal.invalid("The body must be an object");
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (!name.equals("requests")) throw Refusal.invalid(name + ": extra field is not permitted");
      requests(json);
    }
    json.endObject();
    if (json.peek() != JsonToken.END_DOCUMENT) throw Refusal.invalid("The body goes on too long");
  }

  private void requests(JsonReader json) throws IOException {
    found = true;
    if (json.peek() != JsonToken.BEGIN_ARRAY) throw Refusal.invalid("requests: must be an array");
    json.beginArray();
    for (int i = 0; json.hasNext(); i++) {
      if (i == MOST_REQUESTS) throw Refusal.invalid("requests: more than " + MOST_REQUESTS);
      entry("requests." + i, Json.values().read(json));
    }
    json.endArray();
  }

  private void entry(String path, JsonElement element) throws IOException {
    if (!(element instanceof JsonObject entry)) throw Refusal.invalid(path + ": must be an object");
    String customId = customId(path, entry);
    if (!(entry.get("params") instanceof JsonObject params)) {
      throw Refusal.invalid(path + ".params: an object is required");
    }
    for (String name : entry.keySet()) {
      if (!name.equals("custom_id") && !name.equals("params")) {
        throw Refusal.invalid(path + "." + name + ": extra field is not permitted");
      }
    }
    worker.run(customId, params);
  }

  private String customId(String path, JsonObject entry) throws Refusal {
    String customId = Json.string(entry, "custom_id");
    if (customId == null) throw Refusal.invalid(path + ".custom_id: a string is required");
    if (!CUSTOM_ID.matcher(customId).matches()) {
      throw Refusal.invalid(path + ".custom_id: does not match " + CUSTOM_ID.pattern());
    }
    if (!customIds.add(customId)) {
      throw Refusal.invalid(path + ".custom_id: is not unique in requests: " + customId);
    }
    return customId;
  }
}
