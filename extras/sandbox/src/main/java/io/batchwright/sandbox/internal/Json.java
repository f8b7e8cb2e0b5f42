package io.batchwright.sandbox.internal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON as providers write it: nulls shown, no HTML escapes, UTF-8. */
public final class Json {
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private Json() {}

  /** Reads one value and leaves the reader's strictness alone, unlike JsonParser. */
  public static TypeAdapter<JsonElement> values() {
    return GSON.getAdapter(JsonElement.class);
  }

  public static byte[] bytes(JsonElement json) {
    return GSON.toJson(json).getBytes(StandardCharsets.UTF_8);
  }

  /** The member if it is a string. */
  public static @Nullable String string(JsonObject json, String member) {
    return json.get(member) instanceof JsonPrimitive value && value.isString()
        ? value.getAsString()
        : null;
  }
}
