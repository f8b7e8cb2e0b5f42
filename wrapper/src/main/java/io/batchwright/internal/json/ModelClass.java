package io.batchwright.internal.json;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A generated model, by reflection.
 *
 * @param <T> the model
 * @param constructor creates an empty one
 * @param extra holds the members that the model does not name
 * @param members the members that it names, by their names in JSON
 */
record ModelClass<T>(Constructor<T> constructor, Member extra, Map<String, Member> members) {
  private static final String GENERATED = "io.batchwright.client.";

  /** Returns null if the type is not generated: the caller's own types are left to Gson. */
  @SuppressWarnings("unchecked") // the class of a generated model, which has no type parameters
  static <T> @Nullable ModelClass<T> of(Gson gson, TypeToken<T> token) {
    Class<T> type = (Class<T>) token.getRawType();
    if (!isGenerated(type)) {
      return null;
    }
    try {
      Member extra = Member.of(gson, type.getDeclaredField("additionalProperties"));
      Map<String, Member> members = new LinkedHashMap<>();
      ModelMembers.of(type)
          .fields()
          .forEach((name, field) -> members.put(name, Member.of(gson, field)));
      return new ModelClass<>(type.getConstructor(), extra, members);
    } catch (NoSuchFieldException e) {
      return null;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  static boolean isGenerated(Class<?> type) {
    return type.getName().startsWith(GENERATED);
  }

  T empty() {
    try {
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A member, and the adapter of its type. */
  record Member(Field field, TypeAdapter<Object> adapter) {
    @SuppressWarnings("unchecked") // it reads what the field holds
    static Member of(Gson gson, Field field) {
      field.setAccessible(true);
      TypeToken<?> type = TypeToken.get(field.getGenericType());
      return new Member(field, (TypeAdapter<Object>) gson.getAdapter(type));
    }

    void set(Object model, @Nullable Object value) {
      try {
        field.set(model, value);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }

    @Nullable Object get(Object model) {
      try {
        return field.get(model);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
