package io.batchwright.conformance.known;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts of a response that anthropic-java and openai-java, which share a generator, did
 * not understand: members kept as additional properties, values missing from an enum, values of
 * another type than declared. Both SDKs keep these silently as raw JSON.
 */
public final class Leftovers {
  private static final String UNKNOWN = "_UNKNOWN";

  private final List<String> found = new ArrayList<>();

  private Leftovers() {}

  /**
   * The paths of everything that was not understood; if nothing, the errors of the SDK's own
   * validation.
   */
  public static List<String> in(Object model) {
    Leftovers leftovers = new Leftovers();
    leftovers.visit("", model);
    // The validation stops at the first error, which is in the list already if it is one of these
    // kinds.
    if (leftovers.found.isEmpty()) leftovers.validate(model);
    return leftovers.found;
  }

  private void validate(Object model) {
    try {
      model.getClass().getMethod("validate").invoke(model);
    } catch (InvocationTargetException e) {
      found.add("validate: " + e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(model.getClass() + " is no model of these SDKs", e);
    }
  }

  private void visit(String path, @Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      visit(path, optional.orElse(null));
    } else if (value instanceof Collection<?> items) {
      items.forEach(item -> visit(path + "[]", item));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, item) -> visit(path + "." + key, item));
    } else if (value != null && isTheirs(value)) {
      visitTheirs(path, value);
    }
  }

  private static boolean isTheirs(Object value) {
    String name = value.getClass().getName();
    return name.startsWith("com.anthropic.") || name.startsWith("com.openai.");
  }

  private void visitTheirs(String path, Object value) {
    switch (value.getClass().getSimpleName()) {
      case "KnownValue" -> visit(path, call(value, "value"));
      case "JsonNull", "JsonMissing" -> {}
      case "Metadata" -> {} // additional properties are its only content
      default -> visitModel(path, value);
    }
  }

  private void visitModel(String path, Object value) {
    if (isRaw(value)) {
      found.add(path);
    } else if (UNKNOWN.equals(String.valueOf(call(value, "value")))) {
      found.add(path + " = " + value);
    }
    for (Field field : value.getClass().getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) || isRaw(field.getType())) continue;
      Object member = read(field, value);
      if (field.getName().equals("additionalProperties")) {
        ((Map<?, ?>) member).keySet().forEach(key -> found.add(path + "." + key));
      } else {
        visit(path + "." + field.getName(), member);
      }
    }
  }

  /** Constants and open types are declared raw; elsewhere, raw is a value that did not fit. */
  private static boolean isRaw(Class<?> type) {
    return type.getSimpleName().equals("JsonValue");
  }

  private static boolean isRaw(Object value) {
    Class<?> parent = value.getClass().getSuperclass();
    return parent != null && isRaw(parent);
  }

  private static @Nullable Object call(Object value, String method) {
    try {
      return value.getClass().getMethod(method).invoke(value);
    } catch (NoSuchMethodException e) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(method + " of " + value.getClass(), e);
    }
  }

  private static Object read(Field field, Object value) {
    try {
      field.setAccessible(true);
      return field.get(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(field.toString(), e);
    }
  }
}
