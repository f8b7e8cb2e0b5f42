package io.batchwright.internal.json;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.annotations.SerializedName;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes generated models so that members they do not name go to their additional
 * properties and come back.
 *
 * <p>The generated adapters would do so too, but they also reject answers that lack a required
 * member.
 */
final class OpenModelFactory implements TypeAdapterFactory {
  private static final String EXTRA = "additionalProperties";
  private static final String GENERATED = "io.batchwright.client.";

  @Override
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    Field extra = extraField(type.getRawType());
    if (extra == null) {
      return null;
    }
    return new OpenModelAdapter<>(
        gson, gson.getDelegateAdapter(this, type), extra, memberNames(type.getRawType()));
  }

  private static @Nullable Field extraField(Class<?> type) {
    if (!type.getName().startsWith(GENERATED)) {
      return null; // a type of the user's own is read as Gson reads it
    }
    try {
      Field field = type.getDeclaredField(EXTRA);
      if (!Map.class.isAssignableFrom(field.getType())) {
        return null;
      }
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      return null;
    }
  }

  private static Set<String> memberNames(Class<?> type) {
    Set<String> names = new LinkedHashSet<>();
    for (Field field : type.getDeclaredFields()) {
      SerializedName name = field.getAnnotation(SerializedName.class);
      if (name != null) {
        names.add(name.value());
      }
    }
    return names;
  }

  private static final class OpenModelAdapter<T> extends TypeAdapter<T> {
    private final Gson gson;
    private final TypeAdapter<T> delegate;
    private final Field extra;
    private final Set<String> names;

    OpenModelAdapter(Gson gson, TypeAdapter<T> delegate, Field extra, Set<String> names) {
      this.gson = gson;
      this.delegate = delegate;
      this.extra = extra;
      this.names = names;
    }

    @Override
    public @Nullable T read(JsonReader in) throws IOException {
      JsonElement tree = gson.getAdapter(JsonElement.class).read(in);
      if (!tree.isJsonObject()) {
        return delegate.fromJsonTree(tree);
      }
      JsonObject known = new JsonObject();
      Map<String, @Nullable Object> rest = new LinkedHashMap<>();
      tree.getAsJsonObject()
          .asMap()
          .forEach(
              (name, value) -> {
                if (names.contains(name)) {
                  known.add(name, value);
                } else {
                  rest.put(name, gson.fromJson(value, Object.class));
                }
              });
      T model = delegate.fromJsonTree(known);
      if (!rest.isEmpty()) {
        set(model, rest);
      }
      return model;
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
      // The adapter, unlike Gson's own toJsonTree, keeps nulls however deep they lie.
      TypeAdapter<Object> anything = gson.getAdapter(Object.class);
      extraOf(model)
          .forEach((name, value) -> tree.add(String.valueOf(name), anything.toJsonTree(value)));
      boolean nulls = out.getSerializeNulls();
      // What is null here now was null in the additional properties, and so on the wire.
      out.setSerializeNulls(true);
      gson.getAdapter(JsonElement.class).write(out, tree);
      out.setSerializeNulls(nulls);
    }

    private void set(T model, Map<String, @Nullable Object> rest) {
      try {
        extra.set(model, rest);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
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
