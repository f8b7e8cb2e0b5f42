package io.batchwright.internal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Members of a JSON object, read tolerantly: what is missing, null or of another kind is absent.
 *
 * @param json the object
 */
public record Fields(JsonObject json) {
  /** Beyond this, in the year 5138, a time is in milliseconds; below it they would be of 1973. */
  private static final long MOST_SECONDS = 100_000_000_000L;

  /** Shows no content. */
  @Override
  public String toString() {
    return "Fields[" + json.size() + "]";
  }

  /** Reads a member that holds an object; empty if it does not. */
  public Fields object(String name) {
    return json.get(name) instanceof JsonObject object
        ? new Fields(object)
        : new Fields(new JsonObject());
  }

  /** Reads a member that holds an array, passing over what in it is no object. */
  public List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    if (json.get(name) instanceof JsonArray array) {
      for (JsonElement element : array) {
        if (element instanceof JsonObject object) {
          objects.add(new Fields(object));
        }
      }
    }
    return objects;
  }

  /** Reads a member that holds text; "" is absent too. */
  public @Nullable String text(String name) {
    return json.get(name) instanceof JsonPrimitive value
            && value.isString()
            && !value.getAsString().isEmpty()
        ? value.getAsString()
        : null;
  }

  /**
   * Reads a member that holds a whole number, as a number or as text; 0 if it does not. A fraction
   * is cut off.
   */
  public long count(String name) {
    String word = word(name);
    return word == null ? 0 : JsonNumber.whole(word);
  }

  /** Reads a member that holds true. */
  public boolean flag(String name) {
    return json.get(name) instanceof JsonPrimitive value
        && value.isBoolean()
        && value.getAsBoolean();
  }

  /** Reads a member that holds a word, as text or as a number; "" is absent too. */
  public @Nullable String word(String name) {
    return json.get(name) instanceof JsonPrimitive value
            && !value.isBoolean()
            && !value.getAsString().isEmpty()
        ? value.getAsString()
        : null;
  }

  /**
   * Reads a member that holds a time: as RFC 3339 text, with any offset, or as a count of seconds
   * or milliseconds since 1970, which their size tells apart. 0 is absent too.
   */
  public @Nullable Instant instant(String name) {
    String text = word(name);
    if (text == null) {
      return null;
    }
    long since = count(name);
    if (since > 0) {
      return since > MOST_SECONDS ? Instant.ofEpochMilli(since) : Instant.ofEpochSecond(since);
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
