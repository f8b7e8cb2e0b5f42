package io.batchwright.internal.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the library's own responses into generated models, and tolerates what providers and
 * gateways change in them: a string member accepts a number or a boolean, a number member accepts a
 * numeric string, and what does not fit is null; see {@link LenientModelFactory}.
 */
public final class WireJson {
  private static final Gson GSON =
      new GsonBuilder()
          .serializeNulls()
          .disableHtmlEscaping()
          .registerTypeAdapter(
              String.class,
              (JsonDeserializer<@Nullable String>) (json, type, context) -> text(json))
          .registerTypeAdapter(
              Long.class,
              (JsonDeserializer<@Nullable Long>) (json, type, context) -> JsonValues.number(json))
          .registerTypeAdapter(
              Boolean.class,
              (JsonDeserializer<@Nullable Boolean>) (json, type, context) -> flag(json))
          .registerTypeAdapterFactory(new LenientModelFactory())
          .create();

  private WireJson() {}

  /** Returns an object as a model. */
  public static <T> T decode(JsonObject json, Class<T> model) {
    return GSON.fromJson(json, model);
  }

  /** Returns a model as the JSON that it was decoded from. */
  public static String encode(Object model) {
    return GSON.toJson(model);
  }

  /** Returns whether a model is missing, or has no member. */
  public static boolean isEmpty(@Nullable Object model) {
    return model == null || encode(model).equals("{}");
  }

  private static @Nullable String text(JsonElement json) {
    return json instanceof JsonPrimitive value ? value.getAsString() : null;
  }

  private static @Nullable Boolean flag(JsonElement json) {
    boolean fits = json instanceof JsonPrimitive value && value.isBoolean();
    return fits ? json.getAsBoolean() : null;
  }
}
