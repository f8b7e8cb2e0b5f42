package io.batchwright.internal.json;

import com.google.gson.Gson;
import com.google.gson.JsonNull;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.annotations.SerializedName;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads generated models so that members they do not name go to their additional properties.
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
        gson, gson.getDelegateAdapter(this, type), constructor(type.getRawType()), extra);
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

  private static Constructor<?> constructor(Class<?> type) {
    try {
      return type.getConstructor();
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A member of a model, and what reads it. */
  private record Member(Field field, TypeAdapter<?> adapter) {
    void read(JsonReader in, Object model) throws IOException {
      set(field, model, adapter.read(in));
    }
  }

  private static void set(Field field, Object model, @Nullable Object value) {
    try {
      field.set(model, value instanceof JsonNull ? null : value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class OpenModelAdapter<T> extends TypeAdapter<T> {
    private final TypeAdapter<T> delegate;
    private final Constructor<?> constructor;
    private final Field extra;
    private final TypeAdapter<Object> anything;
    private final Map<String, Member> members = new HashMap<>();

    OpenModelAdapter(Gson gson, TypeAdapter<T> delegate, Constructor<?> constructor, Field extra) {
      this.delegate = delegate;
      this.constructor = constructor;
      this.extra = extra;
      this.anything = gson.getAdapter(Object.class);
      for (Field field : constructor.getDeclaringClass().getDeclaredFields()) {
        SerializedName name = field.getAnnotation(SerializedName.class);
        if (name != null) {
          field.setAccessible(true);
          TypeToken<?> type = TypeToken.get(field.getGenericType());
          members.put(name.value(), new Member(field, gson.getAdapter(type)));
        }
      }
    }

    @Override
    public @Nullable T read(JsonReader in) throws IOException {
      if (in.peek() == JsonToken.NULL) {
        in.nextNull();
        return null;
      }
      T model = empty();
      Map<String, @Nullable Object> rest = null;
      in.beginObject();
      while (in.hasNext()) {
        String name = in.nextName();
        Member member = members.get(name);
        if (member != null) {
          member.read(in, model);
        } else {
          rest = rest == null ? new LinkedHashMap<>() : rest;
          rest.put(name, anything.read(in));
        }
      }
      in.endObject();
      if (rest != null) {
        set(extra, model, rest);
      }
      return model;
    }

    @SuppressWarnings("unchecked") // the constructor is that of the adapter's type
    private T empty() {
      try {
        return (T) constructor.newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void write(JsonWriter out, @Nullable T model) throws IOException {
      delegate.write(out, model);
    }
  }
}
