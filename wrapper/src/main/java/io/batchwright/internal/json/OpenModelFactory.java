package io.batchwright.internal.json;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.batchwright.internal.json.ModelClass.Member;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads generated models so that members they do not name go to their additional properties.
 *
 * <p>The generated adapters would do so too, but they also reject responses that lack a required
 * member.
 */
final class OpenModelFactory implements TypeAdapterFactory {
  @Override
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    ModelClass<T> model = ModelClass.of(gson, type);
    return model == null
        ? null
        : new OpenModelAdapter<>(
            model, gson.getDelegateAdapter(this, type), gson.getAdapter(Object.class));
  }

  private static final class OpenModelAdapter<T> extends TypeAdapter<T> {
    private final ModelClass<T> type;
    private final TypeAdapter<T> delegate;
    private final TypeAdapter<Object> anything;

    OpenModelAdapter(ModelClass<T> type, TypeAdapter<T> delegate, TypeAdapter<Object> anything) {
      this.type = type;
      this.delegate = delegate;
      this.anything = anything;
    }

    @Override
    public @Nullable T read(JsonReader in) throws IOException {
      if (in.peek() == JsonToken.NULL) {
        in.nextNull();
        return null;
      }
      T model = type.empty();
      Map<String, @Nullable Object> rest = null;
      in.beginObject();
      while (in.hasNext()) {
        String name = in.nextName();
        Member member = type.members().get(name);
        if (member == null) {
          rest = rest == null ? new LinkedHashMap<>() : rest;
          rest.put(name, anything.read(in));
        } else if (in.peek() == JsonToken.NULL) {
          in.nextNull();
        } else {
          member.set(model, member.adapter().read(in));
        }
      }
      in.endObject();
      if (rest != null) {
        type.extra().set(model, rest);
      }
      return model;
    }

    @Override
    public void write(JsonWriter out, @Nullable T model) throws IOException {
      delegate.write(out, model);
    }
  }
}
