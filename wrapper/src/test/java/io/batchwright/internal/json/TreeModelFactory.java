package io.batchwright.internal.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.ToNumberPolicy;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.annotations.SerializedName;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Field;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decodes generated models with trees, as the library did before. */
final class TreeModelFactory implements TypeAdapterFactory {
  /** Decodes as the library's own Gson did; it encodes nothing. */
  static final Gson GSON =
      new GsonBuilder()
          .setObjectToNumberStrategy(ToNumberPolicy.LAZILY_PARSED_NUMBER)
          .registerTypeAdapter(OffsetDateTime.class, new OffsetDateTimeAdapter())
          .registerTypeAdapterFactory(new TreeModelFactory())
          .create();

  @Override
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    if (!type.getRawType().getName().startsWith("io.batchwright.client.")) {
      return null;
    }
    Set<String> names = new HashSet<>();
    for (Field field : type.getRawType().getDeclaredFields()) {
      SerializedName name = field.getAnnotation(SerializedName.class);
      if (name != null) {
        names.add(name.value());
      }
    }
    return new Trees<>(gson, gson.getDelegateAdapter(this, type), extra(type.getRawType()), names);
  }

  private static Field extra(Class<?> type) {
    try {
      Field field = type.getDeclaredField("additionalProperties");
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new AssertionError(e);
    }
  }

  private static final class Trees<T> extends TypeAdapter<T> {
    private final Gson gson;
    private final TypeAdapter<T> delegate;
    private final Field extra;
    private final Set<String> names;

    Trees(Gson gson, TypeAdapter<T> delegate, Field extra, Set<String> names) {
      this.gson = gson;
      this.delegate = delegate;
      this.extra = extra;
      this.names = names;
    }

    @Override
    public T read(JsonReader in) throws IOException {
      JsonElement tree = gson.getAdapter(JsonElement.class).read(in);
      if (!tree.isJsonObject()) {
        return delegate.fromJsonTree(tree);
      }
      JsonObject known = new JsonObject();
      Map<String, @Nullable Object> rest = new LinkedHashMap<>();
      for (Map.Entry<String, JsonElement> member : tree.getAsJsonObject().entrySet()) {
        if (names.contains(member.getKey())) {
          known.add(member.getKey(), member.getValue());
        } else {
          rest.put(member.getKey(), gson.fromJson(member.getValue(), Object.class));
        }
      }
      T model = delegate.fromJsonTree(known);
      if (!rest.isEmpty()) {
        set(model, rest);
      }
      return model;
    }

    private void set(T model, Map<String, @Nullable Object> rest) {
      try {
        extra.set(model, rest);
      } catch (IllegalAccessException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void write(JsonWriter out, @Nullable T model) {
      throw new UnsupportedOperationException();
    }
  }
}
