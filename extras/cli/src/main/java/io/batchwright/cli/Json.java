package io.batchwright.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import org.jspecify.annotations.Nullable;

/** JSON as this command writes it: on one line, absent values as null. */
final class Json {
  static final Gson GSON = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  private Json() {}

  static String compact(JsonElement element) {
    return GSON.toJson(element);
  }

  /** Returns the value's text as JSON, or null as JSON null. */
  static JsonElement text(@Nullable Object value) {
    return value == null ? JsonNull.INSTANCE : new JsonPrimitive(value.toString());
  }
}
