package io.batchwright.internal.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonSyntaxException;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;

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

  /**
   * Turns text that must be exactly one JSON value other than null into a type, with Gson's own
   * reader, which does not cut numbers to fit.
   *
   * @throws JsonParseException if it is not, or does not fit
   */
  public static Object parse(String text, Type type) {
    JsonCursor json = JsonCursor.of(text);
    try {
      if (json.kind() == JsonKind.NULL) {
        throw new JsonParseException("null");
      }
      json.skip();
      json.end();
      return GSON.getAdapter(TypeToken.get(type)).fromJson(text);
    } catch (IOException | JsonSyntaxException e) {
      throw new JsonParseException(JsonProblem.of(e), null);
    }
  }
}
