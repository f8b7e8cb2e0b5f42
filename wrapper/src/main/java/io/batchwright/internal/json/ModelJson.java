package io.batchwright.internal.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonSyntaxException;
import com.google.gson.ToNumberPolicy;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The library's own Gson: strict about JSON itself, open about what is in it.
 *
 * <p>The generated clients' own is not used: it refuses answers that lack a member, quoting them
 * whole, and is shared by everything in the process.
 */
public final class ModelJson {
  private static final Gson GSON =
      new GsonBuilder()
          .setObjectToNumberStrategy(ToNumberPolicy.LAZILY_PARSED_NUMBER)
          .registerTypeAdapter(OffsetDateTime.class, new OffsetDateTimeAdapter())
          .registerTypeAdapterFactory(new MapFactory())
          .registerTypeAdapterFactory(new OpenModelFactory())
          .create();

  private static final JsonCursor NOTHING = new JsonCursor();
  private static final Spare<CursorReader> READERS = new Spare<>(CursorReader::new);

  private ModelJson() {}

  /**
   * Turns the value that comes into a type.
   *
   * @throws JsonParseException if it does not fit
   */
  public static <T> T decode(JsonCursor json, Class<T> type) {
    return type.cast(decode(json, (Type) type));
  }

  private static Object decode(JsonCursor json, Type type) {
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
    return (JsonObject) parse(text, JsonObject.class, JsonKind.OBJECT);
  }

  /**
   * Turns text that must be exactly one JSON value other than null into a type.
   *
   * @throws JsonParseException if it is not, or does not fit
   */
  public static Object parse(String text, Type type) {
    return parse(text, type, null);
  }

  private static Object parse(String text, Type type, @Nullable JsonKind due) {
    JsonCursor json = JsonCursor.of(text);
    try {
      JsonKind kind = json.kind();
      if (due == null ? kind == JsonKind.NULL : kind != due) {
        throw new JsonParseException(due == null ? "null" : "not a JSON object");
      }
      Object value = decode(json, type);
      json.end();
      return value;
    } catch (JsonFault | JsonSyntaxException e) {
      throw new JsonParseException(JsonProblem.of(e), null);
    }
  }
}
