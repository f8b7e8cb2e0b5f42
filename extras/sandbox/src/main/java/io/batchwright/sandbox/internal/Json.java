package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.shaded.gson.Gson;
import io.batchwright.sandbox.shaded.gson.GsonBuilder;
import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonNull;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.JsonParseException;
import io.batchwright.sandbox.shaded.gson.JsonPrimitive;
import io.batchwright.sandbox.shaded.gson.Strictness;
import io.batchwright.sandbox.shaded.gson.TypeAdapter;
import io.batchwright.sandbox.shaded.gson.stream.JsonReader;
import io.batchwright.sandbox.shaded.gson.stream.JsonToken;
import io.batchwright.sandbox.shaded.gson.stream.MalformedJsonException;
import java.io.CharArrayReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON as providers write it: explicit nulls, no HTML escapes, UTF-8. */
public final class Json {
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private Json() {}

  /** Reads one value without changing the reader's strictness, unlike JsonParser. */
  public static TypeAdapter<JsonElement> values() {
    return GSON.getAdapter(JsonElement.class);
  }

  /** The same object in the caller's Gson, whatever its version. */
  public static com.google.gson.JsonObject forCaller(JsonObject json) {
    return com.google.gson.JsonParser.parseString(json.toString()).getAsJsonObject();
  }

  public static byte[] bytes(JsonElement json) {
    return GSON.toJson(json).getBytes(StandardCharsets.UTF_8);
  }

  /** Reads strict JSON in UTF-8. */
  public static JsonReader reader(InputStream utf8) {
    return strict(new InputStreamReader(utf8, StandardCharsets.UTF_8.newDecoder()));
  }

  private static JsonReader strict(Reader text) {
    JsonReader json = new JsonReader(text);
    json.setStrictness(Strictness.STRICT);
    return json;
  }

  /** Returns the one strict JSON object that the stream consists of, or null. */
  public static @Nullable JsonObject object(InputStream utf8) throws IOException {
    return value(reader(utf8)) instanceof JsonObject object ? object : null;
  }

  /** Returns the one strict JSON object that these UTF-8 bytes consist of, or null. */
  public static @Nullable JsonObject object(byte[] utf8) throws IOException {
    return value(utf8) instanceof JsonObject object ? object : null;
  }

  /** Returns the one strict JSON value that these UTF-8 bytes consist of, or null. */
  public static @Nullable JsonElement value(byte[] utf8) throws IOException {
    try {
      // An InputStreamReader would allocate 8 KB for each line.
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
      return value(strict(new CharArrayReader(text.array(), 0, text.length())));
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /**
   * Parses a value from the caller.
   *
   * @throws IllegalArgumentException if it is not strict JSON
   */
  public static JsonElement parsed(String text) {
    try {
      JsonElement value = value(strict(new StringReader(text)));
      if (value != null) return value;
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory cannot be read", e);
    }
    throw new IllegalArgumentException("This is not JSON");
  }

  private static @Nullable JsonElement value(JsonReader json) throws IOException {
    try {
      JsonElement value = values().read(json);
      return json.peek() == JsonToken.END_DOCUMENT ? value : null;
    } catch (MalformedJsonException
        | JsonParseException
        | CharacterCodingException
        | EOFException
        | IllegalStateException e) {
      return null; // the parser's message quotes the input
    }
  }

  /** Adds an undocumented member. */
  public static void addUnknown(JsonObject json) {
    JsonArray list = new JsonArray();
    list.add(1);
    list.add(JsonNull.INSTANCE);
    JsonObject value = new JsonObject();
    value.add("list", list);
    json.add("sandbox_unknown", value);
  }

  /** A line with an undocumented member at its end. */
  public static String withUnknown(String object) {
    JsonObject json = new JsonObject();
    addUnknown(json);
    return object.substring(0, object.length() - 1) + "," + GSON.toJson(json).substring(1);
  }

  /** A quoted string. */
  public static String quoted(String text) {
    return GSON.toJson(text);
  }

  /** The member if it is an integer. */
  public static @Nullable Long wholeNumber(JsonObject json, String member) {
    if (!(json.get(member) instanceof JsonPrimitive value) || !value.isNumber()) return null;
    return value.getAsString().matches("-?[0-9]{1,18}") ? value.getAsLong() : null;
  }

  public static String text(JsonElement json) {
    return GSON.toJson(json);
  }

  /** The member if it is a string. */
  public static @Nullable String string(JsonObject json, String member) {
    return json.get(member) instanceof JsonPrimitive value && value.isString()
        ? value.getAsString()
        : null;
  }
}
