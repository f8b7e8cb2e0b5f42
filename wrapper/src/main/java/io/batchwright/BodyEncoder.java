package io.batchwright;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.TypeAdapter;
import com.google.gson.annotations.SerializedName;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Encodes one body: maps, collections, arrays, JSON trees, generated models, strings, numbers and
 * booleans. Only the fields of generated models are reflected on; everything else is the mapper's.
 * A null in a map or tree is written, an unset field of a model is not.
 */
final class BodyEncoder {
  private static final String GENERATED = "io.batchwright.client.";
  private static final int DEEPEST = 255;
  private static final TypeAdapter<JsonElement> TREES = new Gson().getAdapter(JsonElement.class);

  private final JsonWriter out;
  private final @Nullable BodyMapper mapper;
  private int depth;

  private BodyEncoder(JsonWriter out, @Nullable BodyMapper mapper) {
    this.out = out;
    this.mapper = mapper;
  }

  /** The body holds an object that only a mapper can encode, and there is none. */
  static final class NoMapperException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    NoMapperException(Object value) {
      super(
          "The body holds a "
              + value.getClass().getName()
              + ", which only a BodyMapper can encode; set one on the client's builder or pass it"
              + " to BatchRequest.of, or use maps, lists, JSON trees and generated models");
    }
  }

  /**
   * Returns a body as JSON text.
   *
   * @throws NoMapperException if it holds an object that only a mapper can encode, and there is
   *     none
   * @throws IllegalArgumentException if it is a string, or holds what JSON cannot
   */
  static String encode(Object body, @Nullable BodyMapper mapper) {
    if (body instanceof CharSequence) {
      throw new IllegalArgumentException(
          "The body is a string; use BatchRequest.ofJson for JSON text");
    }
    StringWriter text = new StringWriter();
    try {
      new BodyEncoder(new JsonWriter(text), mapper).write(body);
    } catch (IOException | IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private void write(@Nullable Object value) throws IOException, IllegalAccessException {
    if (++depth > DEEPEST) {
      throw new IllegalArgumentException(
          "The body is nested more than " + DEEPEST + " levels deep; does it contain itself?");
    }
    if (value == null) {
      out.nullValue();
    } else if (value instanceof CharSequence || value instanceof Character) {
      out.value(value.toString());
    } else if (value instanceof Number number) {
      out.value(number);
    } else if (value instanceof Boolean flag) {
      out.value(flag);
    } else if (value instanceof JsonElement tree) {
      TREES.write(out, tree);
    } else if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof Collection<?> list) {
      array(list);
    } else if (value.getClass().isArray() && !(value instanceof byte[])) {
      int length = Array.getLength(value);
      array(IntStream.range(0, length).mapToObj(i -> Array.get(value, i)).toList());
    } else if (value.getClass().getName().startsWith(GENERATED)) {
      object(members(value));
    } else {
      out.jsonValue(mapped(value));
    }
    depth--;
  }

  private void array(Collection<?> elements) throws IOException, IllegalAccessException {
    out.beginArray();
    for (Object element : elements) {
      write(element);
    }
    out.endArray();
  }

  private void object(Map<?, ?> members) throws IOException, IllegalAccessException {
    out.beginObject();
    for (Map.Entry<?, ?> member : members.entrySet()) {
      Object name = member.getKey();
      if (!(name instanceof CharSequence || name instanceof Number || name instanceof Boolean)) {
        throw new IllegalArgumentException("A map in the body has a key that is not a string");
      }
      out.name(name.toString());
      write(member.getValue());
    }
    out.endObject();
  }

  /** Returns the members of a generated model that are set, and those that it does not name. */
  private static Map<Object, Object> members(Object model) throws IllegalAccessException {
    Map<Object, Object> members = new LinkedHashMap<>();
    for (Field field : model.getClass().getDeclaredFields()) {
      SerializedName name = field.getAnnotation(SerializedName.class);
      if (name != null || field.getName().equals("additionalProperties")) {
        field.setAccessible(true);
        Object value = field.get(model);
        if (name == null && value instanceof Map<?, ?> extra) {
          members.putAll(extra);
        } else if (name != null && value != null && !(value instanceof JsonNull)) {
          members.put(name.value(), value);
        }
      }
    }
    return members;
  }

  private String mapped(Object value) {
    if (mapper == null) {
      throw new NoMapperException(value);
    }
    String of = value.getClass().getName();
    String json;
    try {
      json = mapper.toJson(value);
    } catch (Exception e) {
      // Its message may quote the object.
      throw new IllegalArgumentException(
          "The BodyMapper threw a " + e.getClass().getName() + " for a " + of, e);
    }
    if (json == null || json.isBlank()) {
      throw new IllegalArgumentException("The BodyMapper returned no JSON for a " + of);
    }
    return json;
  }
}
