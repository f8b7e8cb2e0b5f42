package io.batchwright.internal.json;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.batchwright.internal.json.ModelClass.Member;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads generated models of which nothing is required, and writes exactly what was read.
 *
 * <p>A member whose value does not fit its type is null. What a member does not hold exactly as it
 * was received is an additional property of the same name, as is what the model does not name; it
 * is written instead of the member.
 */
final class LenientModelFactory implements TypeAdapterFactory {
  @Override
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    ModelClass<T> model = ModelClass.of(gson, type);
    return model == null ? null : new LenientAdapter<>(model, gson.getAdapter(JsonElement.class));
  }

  private static final class LenientAdapter<T> extends TypeAdapter<T> {
    private final ModelClass<T> type;
    private final TypeAdapter<JsonElement> trees;

    LenientAdapter(ModelClass<T> type, TypeAdapter<JsonElement> trees) {
      this.type = type;
      this.trees = trees;
    }

    @Override
    public @Nullable T read(JsonReader in) throws IOException {
      if (!(trees.read(in) instanceof JsonObject json)) {
        return null;
      }
      T model = type.empty();
      Map<String, JsonElement> rest = new Received(json);
      rest.entrySet().removeIf(member -> hold(model, member.getKey(), member.getValue()));
      type.extra().set(model, rest);
      return model;
    }

    /** Sets a member if it fits, and returns whether it then holds exactly what was received. */
    private boolean hold(T model, String name, JsonElement json) {
      Member member = type.members().get(name);
      if (member == null) {
        return false;
      }
      try {
        Object value = member.adapter().fromJsonTree(json);
        member.set(model, value);
        // A model is exact by itself; comparing it at each level would take long where it is deep.
        return value != null
            && (ModelClass.isGenerated(value.getClass())
                || member.adapter().toJson(value).equals(json.toString()));
      } catch (JsonParseException | IllegalStateException | IllegalArgumentException e) {
        return false;
      }
    }

    @Override
    public void write(JsonWriter out, @Nullable T model) throws IOException {
      if (model == null) {
        out.nullValue();
        return;
      }
      JsonObject rest = new JsonObject();
      Set<String> names = new LinkedHashSet<>();
      if (type.extra().get(model) instanceof Map<?, ?> extra) {
        for (Map.Entry<?, ?> member : extra.entrySet()) {
          rest.add(String.valueOf(member.getKey()), tree(type.extra(), member.getValue()));
        }
        names.addAll(extra instanceof Received received ? received.order : List.of());
      }
      names.addAll(type.members().keySet());
      names.addAll(rest.keySet());
      JsonObject json = new JsonObject();
      for (String name : names) {
        Member member = type.members().get(name);
        Object value = member == null ? null : member.get(model);
        if (rest.has(name)) {
          json.add(name, rest.get(name));
        } else if (member != null && value != null) {
          json.add(name, tree(member, value));
        }
      }
      boolean lenient = out.isLenient();
      out.setLenient(true); // otherwise a tree's writer rejects numbers beyond a double
      trees.write(out, json);
      out.setLenient(lenient);
    }

    private static JsonElement tree(Member member, Object value) {
      return value instanceof JsonElement json ? json : member.adapter().toJsonTree(value);
    }
  }

  /** Additional properties, with the order of all members. */
  @SuppressWarnings("serial") // never serialized
  private static final class Received extends LinkedHashMap<String, JsonElement> {
    private final List<String> order;

    Received(JsonObject json) {
      super(json.asMap());
      this.order = List.copyOf(json.keySet());
    }
  }
}
