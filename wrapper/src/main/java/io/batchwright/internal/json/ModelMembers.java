package io.batchwright.internal.json;

import com.google.gson.annotations.JsonAdapter;
import com.google.gson.annotations.SerializedName;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The members that a class decodes, by their names in JSON.
 *
 * @param generated whether it is a generated model
 * @param fields what it decodes them into; none if that cannot be seen, as in a map or a type of
 *     the JDK
 */
public record ModelMembers(boolean generated, Map<String, Field> fields) {
  private static final ClassValue<ModelMembers> MEMBERS =
      new ClassValue<>() {
        @Override
        protected ModelMembers computeValue(Class<?> type) {
          return new ModelMembers(ModelClass.isGenerated(type), fieldsOf(type));
        }
      };

  public static ModelMembers of(Class<?> type) {
    return MEMBERS.get(type);
  }

  private static Map<String, Field> fieldsOf(Class<?> type) {
    boolean opaque =
        type.isInterface()
            || type.isEnum()
            || type.isArray()
            || type.isPrimitive()
            || Collection.class.isAssignableFrom(type)
            || Map.class.isAssignableFrom(type)
            || type.isAnnotationPresent(JsonAdapter.class)
            || type.getName().startsWith("java.")
            || type.getName().startsWith("com.google.gson.");
    Map<String, Field> fields = new LinkedHashMap<>();
    if (opaque) {
      return fields;
    }
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if ((field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0) {
          add(field, fields);
        }
      }
    }
    return fields;
  }

  private static void add(Field field, Map<String, Field> fields) {
    try {
      field.setAccessible(true);
    } catch (InaccessibleObjectException e) {
      return; // Gson cannot set it either
    }
    SerializedName name = field.getAnnotation(SerializedName.class);
    if (name == null && ModelClass.isGenerated(field.getDeclaringClass())) {
      return; // holds the members that the model does not name
    }
    fields.put(name == null ? field.getName() : name.value(), field);
    if (name != null) {
      List.of(name.alternate()).forEach(other -> fields.put(other, field));
    }
  }

  /** Returns whether a value with these members is one for the class; unknown counts as yes. */
  public boolean fit(Set<String> present) {
    return fields.isEmpty() || present.isEmpty() || present.stream().anyMatch(fields::containsKey);
  }

  /** Returns whether an object has a value in any of these members, or may have one. */
  public boolean anySet(Object decoded, Set<String> among) {
    return fields.isEmpty()
        || fields.entrySet().stream()
            .anyMatch(field -> among.contains(field.getKey()) && isSet(decoded, field.getValue()));
  }

  private static boolean isSet(Object decoded, Field field) {
    try {
      return !field.getType().isPrimitive() && field.get(decoded) != null;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
