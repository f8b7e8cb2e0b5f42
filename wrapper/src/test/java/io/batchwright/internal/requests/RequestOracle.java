package io.batchwright.internal.requests;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.batchwright.internal.requests.RequestFormat.LineKind;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The content of a request, by Gson's trees.
 *
 * @param problem whether there is one
 * @param customId its id
 * @param model its model
 * @param body its body
 */
record RequestOracle(
    boolean problem, @Nullable String customId, @Nullable String model, @Nullable String body) {
  private static final TypeAdapter<JsonElement> TREES = new Gson().getAdapter(JsonElement.class);

  /** The reading of a malformed line, and of one that is not a request. */
  static final RequestOracle BAD = new RequestOracle(true, null, null, null);

  /** The members of an object, in order. */
  private record Members(List<Map.Entry<String, Members.Value>> list) {
    /**
     * A value, its members if it is an object, and whether it has a string with an unpaired
     * surrogate.
     */
    private record Value(JsonElement tree, Members members, boolean half) {}

    @Nullable Value last(String name) {
      return list.stream()
          .filter(member -> member.getKey().equals(name))
          .reduce((one, other) -> other)
          .map(Map.Entry::getValue)
          .orElse(null);
    }
  }

  /** Reads a line that is known to be one strict object. */
  static RequestOracle ofLine(String line, List<LineKind> kinds) {
    Members members = members(line);
    Set<String> names = new HashSet<>();
    boolean twice = false;
    for (Map.Entry<String, Members.Value> member : members.list()) {
      twice |= !names.add(member.getKey());
    }
    for (LineKind kind : kinds) {
      if (names.contains(kind.id()) && names.contains(kind.body())) {
        // Of duplicate ids, the last is reported if it is a string; the line is invalid in any
        // case.
        String id = lastText(members, kind.id());
        Members.Value body = members.last(kind.body());
        boolean bad = twice || id == null || body == null || !body.tree().isJsonObject();
        for (String name : names) {
          String due = kind.requiredValues().get(name);
          boolean own = name.equals(kind.id()) || name.equals(kind.body());
          bad |= due == null ? !own : !due.equals(lastText(members, name));
        }
        return bad || body == null ? new RequestOracle(true, id, null, null) : of(id, body);
      }
    }
    return BAD;
  }

  /** Reads a body that is known to be one strict object. */
  static RequestOracle ofBody(String customId, String body) {
    return of(customId, value(body));
  }

  private static RequestOracle of(@Nullable String id, Members.Value body) {
    String model = null;
    boolean streams = false;
    for (Map.Entry<String, Members.Value> member : body.members().list()) {
      if (member.getValue().tree() instanceof JsonPrimitive value) {
        if (member.getKey().equals("model") && value.isString()) {
          model = value.getAsString().isEmpty() ? null : value.getAsString();
        } else if (member.getKey().equals("stream") && value.isBoolean()) {
          streams = value.getAsBoolean();
        }
      }
    }
    return new RequestOracle(streams || body.half(), id, model, body.tree().toString());
  }

  private static boolean isHalf(String text) {
    return !StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static @Nullable String lastText(Members members, String name) {
    String last = null;
    for (Map.Entry<String, Members.Value> member : members.list()) {
      if (member.getKey().equals(name)) {
        boolean isText =
            member.getValue().tree() instanceof JsonPrimitive value && value.isString();
        last = isText ? member.getValue().tree().getAsString() : null;
      }
    }
    return last;
  }

  private static Members members(String json) {
    return value(json).members();
  }

  private static Members.Value value(String json) {
    try (JsonReader reader = new JsonReader(new StringReader(json))) {
      return value(reader, 2);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Members.Value value(JsonReader reader, int levels) throws IOException {
    List<Map.Entry<String, Members.Value>> list = new ArrayList<>();
    if (levels == 0 || reader.peek() != JsonToken.BEGIN_OBJECT) {
      boolean[] half = {false};
      JsonElement tree = tree(reader, half);
      return new Members.Value(tree, new Members(list), half[0]);
    }
    boolean half = false;
    JsonObject tree = new JsonObject();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      Members.Value value = value(reader, levels - 1);
      tree.add(name, value.tree());
      list.add(Map.entry(name, value));
      half |= value.half() || isHalf(name);
    }
    reader.endObject();
    return new Members.Value(tree, new Members(list), half);
  }

  /** Gson's own trees drop the first of two members with the same name. */
  private static JsonElement tree(JsonReader reader, boolean[] half) throws IOException {
    switch (reader.peek()) {
      case BEGIN_OBJECT -> {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
          String name = reader.nextName();
          half[0] |= isHalf(name);
          object.add(name, tree(reader, half));
        }
        reader.endObject();
        return object;
      }
      case BEGIN_ARRAY -> {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
          array.add(tree(reader, half));
        }
        reader.endArray();
        return array;
      }
      case STRING -> {
        String text = reader.nextString();
        half[0] |= isHalf(text);
        return new JsonPrimitive(text);
      }
      default -> {
        return TREES.read(reader);
      }
    }
  }
}
