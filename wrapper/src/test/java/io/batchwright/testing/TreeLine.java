package io.batchwright.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.ToNumberPolicy;
import io.batchwright.sandbox.shaded.gson.Gson;
import io.batchwright.sandbox.shaded.gson.Strictness;
import io.batchwright.sandbox.shaded.gson.TypeAdapter;
import io.batchwright.sandbox.shaded.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as Gson's tree, read leniently by dotted paths: the oracle for code that reads bytes.
 *
 * @param tree the object
 */
public record TreeLine(JsonObject tree) {
  /**
   * From a newer Gson than the library's: an old one has no strict grammar, and errs in numbers.
   */
  private static final TypeAdapter<io.batchwright.sandbox.shaded.gson.JsonElement> TREES =
      new Gson().getAdapter(io.batchwright.sandbox.shaded.gson.JsonElement.class);

  /** Represents what is not an object. */
  private static final JsonObject NONE = new JsonObject();

  /** Beyond this, a number is not a count. */
  private static final double MOST = 1L << 53;

  /** Reads exactly one object in the strict grammar; returns null if it is not one. */
  public static @Nullable TreeLine parse(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    try {
      String hidden = UnpairedSurrogates.hide(text);
      var tree = read(hidden, Strictness.STRICT);
      if (!hidden.equals(text)) {
        // Accepts unpaired surrogates, and everything that was accepted without them.
        tree = read(text, Strictness.LEGACY_STRICT);
      }
      return tree(tree) instanceof JsonObject object ? new TreeLine(object) : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static io.batchwright.sandbox.shaded.gson.JsonElement read(
      String text, Strictness strictness) throws IOException {
    try (JsonReader json = new JsonReader(new StringReader(text))) {
      json.setStrictness(strictness);
      var tree = TREES.read(json);
      Object unused = json.peek(); // throws if there is more
      return tree;
    }
  }

  /** Returns the same tree of the library's Gson. */
  private static JsonElement tree(io.batchwright.sandbox.shaded.gson.JsonElement from)
      throws IOException {
    if (from.isJsonObject()) {
      JsonObject object = new JsonObject();
      for (var member : from.getAsJsonObject().entrySet()) {
        object.add(member.getKey(), tree(member.getValue()));
      }
      return object;
    }
    if (from.isJsonArray()) {
      JsonArray array = new JsonArray();
      for (var element : from.getAsJsonArray()) {
        array.add(tree(element));
      }
      return array;
    }
    if (from.isJsonNull()) {
      return JsonNull.INSTANCE;
    }
    var value = from.getAsJsonPrimitive();
    if (value.isNumber()) {
      var quoted =
          new com.google.gson.stream.JsonReader(new StringReader('"' + from.getAsString() + '"'));
      return new JsonPrimitive(ToNumberPolicy.LAZILY_PARSED_NUMBER.readNumber(quoted));
    }
    return value.isBoolean()
        ? new JsonPrimitive(value.getAsBoolean())
        : new JsonPrimitive(value.getAsString());
  }

  private @Nullable JsonElement at(String path) {
    JsonElement at = tree;
    for (String step : path.split("\\.", -1)) {
      at = at instanceof JsonObject object ? object.get(step) : null;
    }
    return at;
  }

  /** Returns the object at a path, or an empty one. */
  public TreeLine object(String path) {
    return new TreeLine(at(path) instanceof JsonObject object ? object : new JsonObject());
  }

  /** Returns the objects in the array at a path. */
  public List<TreeLine> objects(String path) {
    return elements(path).stream().filter(element -> !element.isNone()).toList();
  }

  @SuppressWarnings("ReferenceEquality") // an empty object is one, and equal to it
  private boolean isNone() {
    return tree == NONE;
  }

  /** Returns the elements of the array at a path; non-objects become empty objects. */
  public List<TreeLine> elements(String path) {
    List<TreeLine> elements = new ArrayList<>();
    if (at(path) instanceof JsonArray array) {
      for (JsonElement element : array) {
        elements.add(new TreeLine(element instanceof JsonObject object ? object : NONE));
      }
    }
    return elements;
  }

  /** Whether there is an object at a path. */
  public boolean isObject(String path) {
    return at(path) instanceof JsonObject;
  }

  /** Returns the text at a path; "" counts as absent. */
  public @Nullable String text(String path) {
    return at(path) instanceof JsonPrimitive value && value.isString() ? word(path) : null;
  }

  /** Returns the string at a path, or null. */
  public @Nullable String string(String path) {
    return at(path) instanceof JsonPrimitive value && value.isString() ? value.getAsString() : null;
  }

  /** Returns the text or number at a path; "" counts as absent. */
  public @Nullable String word(String path) {
    return at(path) instanceof JsonPrimitive value
            && !value.isBoolean()
            && !value.getAsString().isEmpty()
        ? value.getAsString()
        : null;
  }

  /** Whether there is true at a path. */
  public boolean flag(String path) {
    return at(path) instanceof JsonPrimitive value && value.isBoolean() && value.getAsBoolean();
  }

  /** Whether the value at a path is other than null, false, 0, "", {} and []. */
  public boolean isThere(String path) {
    JsonElement value = at(path);
    if (value instanceof JsonPrimitive primitive) {
      String word = word(path);
      return word == null ? flag(path) : primitive.isString() || !word.equals("0");
    }
    return (value instanceof JsonObject object && !object.isEmpty())
        || (value instanceof JsonArray array && !array.isEmpty());
  }

  /** Returns the integer part of the number at a path, which may be text; else 0. */
  public long count(String path) {
    String word = word(path);
    if (word == null) {
      return 0;
    }
    try {
      return Long.parseLong(word);
    } catch (NumberFormatException e) {
      return fraction(word);
    }
  }

  private static long fraction(String number) {
    try {
      double value = Double.parseDouble(number);
      return Math.abs(value) < MOST ? (long) value : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Omits the content. */
  @Override
  public String toString() {
    return "TreeLine[" + tree.size() + "]";
  }
}
