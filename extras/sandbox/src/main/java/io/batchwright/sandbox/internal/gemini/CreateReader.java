package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.JsonParseException;
import io.batchwright.sandbox.shaded.gson.JsonPrimitive;
import io.batchwright.sandbox.shaded.gson.stream.JsonReader;
import io.batchwright.sandbox.shaded.gson.stream.JsonToken;
import io.batchwright.sandbox.shaded.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a create one request at a time. Errors and their messages are those of protocol
 * buffers read from JSON: an unknown member makes the whole body invalid.
 */
final class CreateReader {
  private static final String INPUT = "batch.input_config";
  private static final String ITEMS = INPUT + ".requests.requests";
  private static final Set<String> BODY = Set.of("batch");
  private static final Set<String> CONFIG = Set.of("requests", "fileName");
  private static final Set<String> LIST = Set.of("requests");
  private static final Set<String> ITEM = Set.of("request", "metadata");

  private final Worker worker;
  private final Requests requests;
  private @Nullable String displayName;
  private @Nullable String fileName;
  private boolean inline;
  private long priority;

  CreateReader(Worker worker, Requests requests) {
    this.worker = worker;
    this.requests = requests;
  }

  /** Reads the value of a member. */
  @FunctionalInterface
  private interface Member {
    void read(String name) throws IOException;
  }

  Job.Order read(InputStream body, String model) throws IOException {
    JsonReader json = Json.reader(body);
    try {
      object(
          json,
          BODY,
          "",
          name -> object(json, requests.batchMembers(), "batch", n -> batch(json, n)));
      if (json.peek() != JsonToken.END_DOCUMENT) throw Refusal.invalid("The body goes on too long");
    } catch (MalformedJsonException
        | JsonParseException
        | CharacterCodingException
        | EOFException
        | IllegalStateException e) {
      // The parser's message quotes the body.
      throw Refusal.invalid("Invalid JSON payload received: " + json.getPath());
    }
    if (inline == (fileName != null)) {
      throw Refusal.invalid("Exactly one of requests and file_name must be in " + INPUT + ".");
    }
    if (inline && worker.count() == 0) throw Refusal.invalid(ITEMS + " is empty.");
    return new Job.Order(model, requests, displayName, fileName, priority);
  }

  private static void object(JsonReader json, Set<String> known, String path, Member member)
      throws IOException {
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      throw Refusal.invalid("An object is required" + (path.isEmpty() ? "." : " at " + path));
    }
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      Members.check(name, known, path);
      member.read(Members.camel(name));
    }
    json.endObject();
  }

  private void batch(JsonReader json, String name) throws IOException {
    switch (name) {
      case "inputConfig" -> object(json, CONFIG, INPUT, n -> input(json, n));
      case "displayName" -> displayName = json.nextString();
      case "priority" -> priority = priority(Json.values().read(json));
      default -> json.skipValue();
    }
  }

  private static long priority(JsonElement value) throws Refusal {
    boolean plain = value instanceof JsonPrimitive;
    if (plain && value.getAsString().matches("-?[0-9]{1,18}")) return value.getAsLong();
    throw Refusal.invalid("The value of batch.priority is not a 64-bit number.");
  }

  private void input(JsonReader json, String name) throws IOException {
    if (name.equals("fileName")) {
      fileName = json.nextString();
      return;
    }
    inline = true;
    object(json, LIST, INPUT + ".requests", n -> items(json));
  }

  private void items(JsonReader json) throws IOException {
    if (json.peek() != JsonToken.BEGIN_ARRAY) throw Refusal.invalid(ITEMS + " must be a list.");
    json.beginArray();
    for (int i = 0; json.hasNext(); i++) item(ITEMS + "[" + i + "]", Json.values().read(json));
    json.endArray();
  }

  private void item(String path, JsonElement element) throws IOException {
    if (!(element instanceof JsonObject item)) throw Refusal.invalid(path + " must be an object.");
    Members.check(item, ITEM, path);
    if (!(item.get("request") instanceof JsonObject request)) {
      throw Refusal.invalid(path + ".request: an object is required.");
    }
    JsonElement metadata = item.get("metadata");
    if (metadata != null && !(metadata instanceof JsonObject)) {
      throw Refusal.invalid(path + ".metadata must be an object.");
    }
    worker.run(key(metadata), metadata, request, "standard");
  }

  /** The key of a request, under either name that clients use. */
  private static String key(@Nullable JsonElement metadata) {
    if (!(metadata instanceof JsonObject object)) return "";
    JsonElement key = object.has("key") ? object.get("key") : object.get("custom_id");
    return key instanceof JsonPrimitive primitive ? primitive.getAsString() : "";
  }
}
