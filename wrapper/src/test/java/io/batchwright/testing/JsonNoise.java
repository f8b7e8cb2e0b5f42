package io.batchwright.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.internal.LazilyParsedNumber;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes a tree as JSON in one of the many possible ways: order, whitespace, escapes, and, the
 * wilder it is, also missing, null, mistyped, duplicate or unknown members.
 */
final class JsonNoise {
  private static final String[] NAMES = {
    "x",
    "text",
    "type",
    "error",
    "custom_id",
    "content",
    "usage",
    "key",
    "message",
    "id",
    "",
    "a.b",
    "metadata.key",
    "é",
    "custom_i",
    "custom_idd",
    "code",
    "role",
    "thought",
    "response",
    "body"
  };
  private static final String[] BLANKS = {" ", "\t", "\r", "\n", "  ", " \n ", "          "};

  private final Random random;
  private final WordNoise words;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final double wild;
  private final boolean twice;
  private final double blank;
  private final double escaped;
  private final boolean shuffled;

  /**
   * Creates a writer of one document.
   *
   * @param wild the share of values that are replaced
   * @param twice whether members may be duplicated
   */
  JsonNoise(Random random, double wild, boolean twice) {
    this.random = random;
    this.words = new WordNoise(random);
    this.wild = wild;
    this.twice = twice;
    this.blank = random.nextInt(4) == 0 ? 0.2 : 0;
    this.escaped = random.nextInt(4) == 0 ? 0.2 : 0.002;
    this.shuffled = random.nextBoolean();
  }

  byte[] write(JsonElement tree) {
    value(tree);
    blank();
    return out.toByteArray();
  }

  private boolean hit(double share) {
    return random.nextDouble() < share;
  }

  private void blank() {
    while (hit(blank)) {
      raw(BLANKS[random.nextInt(BLANKS.length)]);
    }
  }

  private void raw(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private void value(JsonElement value) {
    blank();
    if (value instanceof JsonObject object) {
      object(object);
    } else if (value instanceof JsonArray array) {
      array(array);
    } else if (value instanceof JsonPrimitive word && word.isString()) {
      words.write(hit(wild) ? words.text() : word.getAsString(), escaped, out);
    } else if (value instanceof JsonPrimitive number && number.isNumber()) {
      raw(hit(wild) ? words.number() : number.getAsString());
    } else {
      raw(value.toString());
    }
  }

  private void array(JsonArray array) {
    raw("[");
    String comma = "";
    for (JsonElement element : array) {
      raw(comma);
      value(hit(wild) ? any(2) : element);
      comma = ",";
    }
    blank();
    raw("]");
  }

  private void object(JsonObject object) {
    raw("{");
    List<Map.Entry<String, JsonElement>> members = new ArrayList<>();
    for (Map.Entry<String, JsonElement> member : object.entrySet()) {
      if (hit(wild)) {
        alter(member, members);
      } else {
        members.add(member);
      }
    }
    if (shuffled) {
      Collections.shuffle(members, random);
    }
    String comma = "";
    for (Map.Entry<String, JsonElement> member : members) {
      raw(comma);
      blank();
      words.write(member.getKey(), escaped, out);
      blank();
      raw(":");
      value(member.getValue());
      comma = ",";
      blank();
    }
    raw("}");
  }

  private void alter(
      Map.Entry<String, JsonElement> member, List<Map.Entry<String, JsonElement>> members) {
    String name = member.getKey();
    switch (random.nextInt(twice ? 7 : 4)) {
      case 0 -> {} // it is missing
      case 1 -> members.add(Map.entry(name, JsonNull.INSTANCE));
      case 2 -> members.add(Map.entry(name, any(2)));
      case 3 -> {
        members.add(member);
        members.add(Map.entry(unknown(members), any(2)));
      }
      case 4 -> {
        members.add(Map.entry(name, any(2)));
        members.add(member);
      }
      case 5 -> {
        members.add(member);
        members.add(Map.entry(name, any(2)));
      }
      default -> {
        members.add(member);
        members.add(member);
      }
    }
  }

  private String unknown(List<Map.Entry<String, JsonElement>> members) {
    return twice ? NAMES[random.nextInt(NAMES.length)] : "unknown" + members.size();
  }

  private JsonElement any(int depth) {
    return switch (random.nextInt(depth == 0 ? 6 : 10)) {
      case 0 -> JsonNull.INSTANCE;
      case 1 -> new JsonPrimitive(random.nextBoolean());
      case 2, 3 -> new JsonPrimitive(new LazilyParsedNumber(words.number()));
      case 4, 5 -> new JsonPrimitive(random.nextInt(4) == 0 ? "" : words.text());
      case 6, 7 -> {
        JsonArray array = new JsonArray();
        for (int i = random.nextInt(3); i > 0; i--) {
          array.add(any(depth - 1));
        }
        yield random.nextInt(40) == 0 ? deep() : array;
      }
      default -> {
        JsonObject object = new JsonObject();
        for (int i = random.nextInt(3); i > 0; i--) {
          object.add(NAMES[random.nextInt(NAMES.length)], any(depth - 1));
        }
        yield object;
      }
    };
  }

  private JsonElement deep() {
    JsonElement inner = new JsonArray();
    for (int i = 245 + random.nextInt(12); i > 0; i--) {
      if (random.nextInt(8) == 0) {
        JsonObject object = new JsonObject();
        object.add("x", inner);
        inner = object;
      } else {
        JsonArray array = new JsonArray();
        array.add(inner);
        inner = array;
      }
    }
    return inner;
  }
}
