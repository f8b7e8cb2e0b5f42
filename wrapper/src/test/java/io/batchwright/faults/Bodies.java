package io.batchwright.faults;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Changes to a response that is one JSON object; a response without a body gets one. */
final class Bodies {
  private static final int DEEP = 10_000;
  private static final int LONG = 64 << 20;
  private static final Set<String> IDS = Set.of("id", "name");

  private Bodies() {}

  /** Replaces the value of every member except ids with one of another type. */
  static byte[] wrongTypes(byte[] body) {
    return bytes(wrongTypes(json(body)));
  }

  private static JsonElement wrongTypes(JsonElement value) {
    if (value instanceof JsonObject object) {
      JsonObject wrong = new JsonObject();
      for (Map.Entry<String, JsonElement> member : object.entrySet()) {
        boolean kept = IDS.contains(member.getKey());
        wrong.add(member.getKey(), kept ? member.getValue() : wrongTypes(member.getValue()));
      }
      return wrong;
    }
    if (value instanceof JsonPrimitive primitive) {
      return primitive.isString() ? new JsonPrimitive(7) : new JsonPrimitive("seven");
    }
    return value instanceof JsonArray ? JsonNull.INSTANCE : new JsonArray();
  }

  /** Replaces every id with an empty one. */
  static byte[] emptyIds(byte[] body) {
    JsonObject json = json(body);
    emptyIds(json);
    return bytes(json);
  }

  private static void emptyIds(JsonObject json) {
    for (String name : Set.copyOf(json.keySet())) {
      if (json.get(name) instanceof JsonObject inner) {
        emptyIds(inner);
      } else if (IDS.contains(name)) {
        json.addProperty(name, "");
      }
    }
  }

  /** Adds a member with ten thousand nested arrays. */
  static byte[] deep(byte[] body) {
    return with(body, "[".repeat(DEEP) + "]".repeat(DEEP)).getBytes(StandardCharsets.UTF_8);
  }

  /** Adds a member whose string is not valid text. */
  static byte[] invalidUtf8(byte[] body) {
    return with(body, "\"\u00ff\u00c0\u0080\u00fe\"").getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Adds a member of 64 MB. */
  static byte[] long64(byte[] body) {
    byte[] head = "{\"more\":\"".getBytes(StandardCharsets.US_ASCII);
    byte[] usual = json(body).toString().getBytes(StandardCharsets.UTF_8);
    ByteBuffer all = ByteBuffer.allocate(head.length + LONG + 2 + usual.length);
    all.put(head);
    Arrays.fill(all.array(), head.length, head.length + LONG, (byte) 'x');
    all.position(head.length + LONG)
        .put((byte) '"')
        .put(usual.length > 2 ? (byte) ',' : (byte) ' ');
    return all.put(usual, 1, usual.length - 1).array();
  }

  /** Returns the same, compressed. */
  static byte[] bomb(byte[] body) {
    return Lines.zipped(long64(body));
  }

  private static String with(byte[] body, String value) {
    JsonObject json = json(body);
    json.addProperty("more", "MORE");
    return json.toString().replace("\"MORE\"", value);
  }

  private static JsonObject json(byte[] body) {
    JsonElement json = JsonParser.parseString(new String(body, StandardCharsets.UTF_8));
    return json instanceof JsonObject object ? object : new JsonObject();
  }

  private static byte[] bytes(JsonElement json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
