package io.batchwright.internal.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonSyntaxException;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * The library's own Gson: strict about JSON itself, open about what is in it.
 *
 * <p>The generated clients' own is not used: it refuses answers that lack a member, quoting them
 * whole, and is shared by everything in the process.
 */
public final class ModelJson {
  private static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .setStrictness(Strictness.STRICT)
          .setObjectToNumberStrategy(ToNumberPolicy.LAZILY_PARSED_NUMBER)
          .registerTypeAdapter(OffsetDateTime.class, new OffsetDateTimeAdapter())
          .registerTypeAdapterFactory(new MapFactory())
          .registerTypeAdapterFactory(new OpenModelFactory())
          .create();

  /** A caller's explicit null in a map or tree is meant; an unset field of a model is not. */
  private static final Gson WITH_NULLS = GSON.newBuilder().serializeNulls().create();

  private static final JsonCursor NOTHING = new JsonCursor();
  private static final Spare<CursorReader> READERS = new Spare<>(CursorReader::new);

  private ModelJson() {}

  /**
   * Writes a map, a JSON tree, a generated model or any other bean as JSON text.
   *
   * @throws IllegalArgumentException if it is text, or cannot be written as JSON
   */
  public static String encode(Object value) {
    if (value instanceof CharSequence) {
      throw new IllegalArgumentException("The body is text; use BatchRequest.ofJson for JSON text");
    }
    boolean literal = value instanceof Map<?, ?> || value instanceof JsonElement;
    try {
      return (literal ? WITH_NULLS : GSON).toJson(value);
    } catch (JsonParseException | UnsupportedOperationException e) {
      throw new IllegalArgumentException(
          "The body holds an object that has no form in JSON; use maps, lists, text, numbers, JSON"
              + " trees and generated models",
          e);
    }
  }

  /**
   * Turns the value that comes into a type.
   *
   * @throws JsonParseException if it does not fit
   */
  public static <T> T decode(JsonCursor json, Class<T> type) {
    CursorReader reader = READERS.take();
    try {
      return GSON.fromJson(reader.over(json), type);
    } finally {
      READERS.giveBack(reader.over(NOTHING));
    }
  }

  /**
   * Reads text that must be exactly one JSON object.
   *
   * @throws JsonParseException if it is not; the message holds a position and no content
   */
  public static JsonObject parseObject(String text) {
    JsonCursor json = JsonCursor.of(text);
    try {
      if (json.kind() != JsonKind.OBJECT) {
        throw new JsonParseException("not a JSON object");
      }
      JsonObject object = decode(json, JsonObject.class);
      json.end();
      return object;
    } catch (JsonFault | JsonSyntaxException e) {
      throw new JsonParseException(JsonProblem.of(e), null);
    }
  }
}
