package io.batchwright.internal.json;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets Gson's own adapter read maps from a tree, since it cannot read them from our reader: {@link
 * CursorReader}.
 */
final class MapFactory implements TypeAdapterFactory {
  @Override
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    if (!Map.class.isAssignableFrom(type.getRawType())) {
      return null;
    }
    TypeAdapter<T> maps = gson.getDelegateAdapter(this, type);
    TypeAdapter<JsonElement> trees = gson.getAdapter(JsonElement.class);
    return new TypeAdapter<>() {
      @Override
      public T read(JsonReader in) throws IOException {
        return maps.fromJsonTree(trees.read(in));
      }

      @Override
      public void write(JsonWriter out, @Nullable T map) throws IOException {
        maps.write(out, map);
      }
    };
  }
}
