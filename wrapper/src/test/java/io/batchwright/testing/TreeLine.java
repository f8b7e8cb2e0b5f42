package io.batchwright.testing;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import io.batchwright.sandbox.shaded.gson.Strictness;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as Gson's tree, read tolerantly by paths whose steps are parted by dots: the oracle of
 * those who walk through bytes.
 *
 * @param tree the object
 */
public record TreeLine(JsonObject tree) {
  private static final TypeAdapter<JsonElement> TREES = new Gson().getAdapter(JsonElement.class);
  private static final io.batchwright.sandbox.shaded.gson.TypeAdapter<?> STRICT_TREES =
      new io.batchwright.sandbox.shaded.gson.Gson()
          .getAdapter(io.batchwright.sandbox.shaded.gson.JsonElement.class);

  /** Beyond this a number is no count of anything. */
  private static final double MOST = 1L << 53;

  /** Reads what must be exactly one object in the strict grammar; null if it is not. */
  public static @Nullable TreeLine parse(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    try {
      strict(Halves.hide(text));
      return read(text) instanceof JsonObject object ? new TreeLine(object) : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Reads with a newer Gson than the library's, which has a strict grammar. */
  private static void strict(String text) throws IOException {
    try (io.batchwright.sandbox.shaded.gson.stream.JsonReader json =
        new io.batchwright.sandbox.shaded.gson.stream.JsonReader(new StringReader(text))) {
      json.setStrictness(Strictness.STRICT);
      Object unused = STRICT_TREES.read(json);
      Object unusedEnd = json.peek(); // throws if there is more
    }
  }

  /** Reads what is in the strict grammar, but for halves of characters. */
  private static JsonElement read(String text) throws IOException {
    try (JsonReader json = new JsonReader(new StringReader(text))) {
      return TREES.read(json);
    }
  }

  private @Nullable JsonElement at(String path) {
    JsonElement at = tree;
    for (String step : path.split("\\.", -1)) {
      at = at instanceof JsonObject object ? object.get(step) : null;
    }
    return at;
  }

  /** Gives the object at a path, or an empty one. */
  public TreeLine object(String path) {
    return new TreeLine(at(path) instanceof JsonObject object ? object : new JsonObject());
  }

  /** Gives the objects in the array at a path. */
  public List<TreeLine> objects(String path) {
    List<TreeLine> objects = new ArrayList<>();
    if (at(path) instanceof JsonArray array) {
      for (JsonElement element : array) {
        if (element instanceof JsonObject object) {
          objects.add(new TreeLine(object));
        }
      }
    }
    return objects;
  }

  /** Says whether there is an object at a path. */
  public boolean isObject(String path) {
    return at(path) instanceof JsonObject;
  }

  /** Gives the text at a path; "" is absent too. */
  public @Nullable String text(String path) {
    return at(path) instanceof JsonPrimitive value && value.isString() ? word(path) : null;
  }

  /** Gives the text or number at a path; "" is absent too. */
  public @Nullable String word(String path) {
    return at(path) instanceof JsonPrimitive value
            && !value.isBoolean()
            && !value.getAsString().isEmpty()
        ? value.getAsString()
        : null;
  }

  /** Says whether there is true at a path. */
  public boolean flag(String path) {
    return at(path) instanceof JsonPrimitive value && value.isBoolean() && value.getAsBoolean();
  }

  /** Says whether there is more at a path than null, false, 0, "", {} and []. */
  public boolean isThere(String path) {
    JsonElement value = at(path);
    if (value instanceof JsonPrimitive primitive) {
      String word = word(path);
      return word == null ? flag(path) : primitive.isString() || !word.equals("0");
    }
    return (value instanceof JsonObject object && !object.isEmpty())
        || (value instanceof JsonArray array && !array.isEmpty());
  }

  /** Gives the whole part of the number at a path, which may be text; else 0. */
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

  /** Shows no content. */
  @Override
  public String toString() {
    return "TreeLine[" + tree.size() + "]";
  }
}
