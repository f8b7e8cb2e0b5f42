package io.batchwright;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonIOException;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import com.google.gson.ToNumberPolicy;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Encodes bodies of requests: maps, JSON trees, generated models and other beans.
 *
 * <p>The generated clients' own Gson is not used: everything in the process shares it.
 */
final class BodyEncoder {
  private static final String GENERATED = "io.batchwright.client.";
  private static final String EXTRA = "additionalProperties";

  private static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .setObjectToNumberStrategy(ToNumberPolicy.LAZILY_PARSED_NUMBER)
          .registerTypeAdapter(
              OffsetDateTime.class,
              (JsonSerializer<OffsetDateTime>)
                  (time, type, context) -> new JsonPrimitive(time.toString()))
          .registerTypeAdapterFactory(new Models())
          .create();

  /** A caller's explicit null in a map or tree is meant; an unset field of a model is not. */
  private static final Gson WITH_NULLS = GSON.newBuilder().serializeNulls().create();

  private BodyEncoder() {}

  /**
   * Returns a body as JSON text.
   *
   * @throws IllegalArgumentException if it is text, or holds what JSON cannot
   */
  static String encode(Object body) {
    if (body instanceof CharSequence) {
      throw new IllegalArgumentException("The body is text; use BatchRequest.ofJson for JSON text");
    }
    boolean literal = body instanceof Map<?, ?> || body instanceof JsonElement;
    try {
      return json(literal ? WITH_NULLS : GSON, body);
    } catch (JsonParseException | UnsupportedOperationException e) {
      throw new IllegalArgumentException(
          "The body holds an object that has no form in JSON; use maps, lists, text, numbers, JSON"
              + " trees and generated models",
          e);
    }
  }

  /** Gson's own toJson would write a number that JSON cannot hold. */
  private static String json(Gson gson, Object body) {
    @SuppressWarnings("unchecked") // the adapter of the object's own class
    TypeAdapter<Object> adapter = (TypeAdapter<Object>) gson.getAdapter(body.getClass());
    StringWriter text = new StringWriter();
    try {
      adapter.write(gson.newJsonWriter(text), body);
    } catch (IOException e) {
      throw new JsonIOException(e);
    }
    return text.toString();
  }

  /** Writes the additional properties of a generated model as members of the model itself. */
  private static final class Models implements TypeAdapterFactory {
    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
      Field extra = extraField(type.getRawType());
      return extra == null ? null : new Model<>(gson, gson.getDelegateAdapter(this, type), extra);
    }

    private static @Nullable Field extraField(Class<?> type) {
      if (!type.getName().startsWith(GENERATED)) {
        return null; // a type of the user's own is written as Gson writes it
      }
      try {
        Field field = type.getDeclaredField(EXTRA);
        field.setAccessible(true);
        return Map.class.isAssignableFrom(field.getType()) ? field : null;
      } catch (NoSuchFieldException e) {
        return null;
      }
    }
  }

  private static final class Model<T> extends TypeAdapter<T> {
    private final TypeAdapter<T> delegate;
    private final Field extra;
    private final TypeAdapter<Object> anything;
    private final TypeAdapter<JsonElement> trees;

    Model(Gson gson, TypeAdapter<T> delegate, Field extra) {
      this.delegate = delegate;
      this.extra = extra;
      this.anything = gson.getAdapter(Object.class);
      this.trees = gson.getAdapter(JsonElement.class);
    }

    @Override
    public T read(JsonReader in) throws IOException {
      return delegate.read(in);
    }

    @Override
    public void write(JsonWriter out, @Nullable T model) throws IOException {
      if (model == null) {
        out.nullValue();
        return;
      }
      JsonObject tree = delegate.toJsonTree(model).getAsJsonObject();
      tree.remove(EXTRA);
      tree.asMap().values().removeIf(JsonElement::isJsonNull);
      // The adapter, unlike Gson's own toJsonTree, keeps nulls at any depth.
      extraOf(model)
          .forEach((name, value) -> tree.add(String.valueOf(name), anything.toJsonTree(value)));
      boolean nulls = out.getSerializeNulls();
      // A null that is left was null in the additional properties, and so on the wire.
      out.setSerializeNulls(true);
      trees.write(out, tree);
      out.setSerializeNulls(nulls);
    }

    private Map<?, ?> extraOf(T model) {
      try {
        return extra.get(model) instanceof Map<?, ?> map ? map : Map.of();
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
