package io.batchwright.recorder;

import io.batchwright.BatchInput;
import io.batchwright.BatchRef;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Values as text: all properties of their public types in {@code io.batchwright}, read by
 * reflection, and nothing of their implementation classes.
 */
final class Printed {
  private static final String API = "io.batchwright";
  private static final int LONGEST = 20_000;
  private static final int SHOWN = 300;

  private Printed() {}

  static String of(@Nullable Object value) {
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return String.valueOf(value);
    }
    if (value instanceof Enum<?> word) {
      return word.name();
    }
    if (value instanceof byte[] bytes) {
      return quoted(text(bytes));
    }
    if (value instanceof Path || value instanceof BatchInput || value instanceof BatchRef) {
      return value.toString();
    }
    if (value instanceof Set<?> set) {
      return set.stream().map(Printed::of).sorted().toList().toString();
    }
    if (value instanceof Collection<?> values) {
      return cut(values.stream().map(Printed::of).toList().toString());
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream().map(e -> e.getKey() + "=" + of(e.getValue())).sorted().toList()
          + "";
    }
    if (Proxy.isProxyClass(value.getClass())) {
      return Proxy.getInvocationHandler(value).toString();
    }
    if (value instanceof Throwable error) {
      return error(error);
    }
    Class<?> type = publicType(value.getClass());
    if (type != null) {
      return type.getSimpleName() + members(type, value) + shown(value);
    }
    return value.getClass().getName().startsWith("java.") ? quoted(value.toString()) : "object";
  }

  /** Whether a value is of a public type and is not a proxy. */
  static boolean isOfTheApi(Object value) {
    return publicType(value.getClass()) != null && !Proxy.isProxyClass(value.getClass());
  }

  private static @Nullable Class<?> publicType(@Nullable Class<?> type) {
    if (type == null || type.getPackageName().equals(API)) {
      return type;
    }
    return Stream.concat(Stream.of(type.getInterfaces()), Stream.ofNullable(type.getSuperclass()))
        .map(Printed::publicType)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static String members(Class<?> type, Object value) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getParameterCount() == 0 && method.getReturnType() != void.class)
        .filter(method -> method.getDeclaringClass().getPackageName().equals(API))
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
        .filter(method -> !Set.of("toString", "hashCode").contains(method.getName()))
        .sorted(Comparator.comparing(Method::getName))
        .map(method -> method.getName() + "=" + member(method, value))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String member(Method method, Object value) {
    try {
      Object member = method.invoke(value);
      return member == value ? "this" : of(member);
    } catch (InvocationTargetException e) {
      return "threw " + of(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method + " is not public", e);
    }
  }

  /** Returns the value's own text, unless it is the default one of records. */
  private static String shown(Object value) {
    String text = value.toString();
    boolean usual = value instanceof Record && text.matches("\\w+\\[\\w+=.*]|\\w+\\[]");
    boolean none =
        text.equals(value.getClass().getName() + "@" + Integer.toHexString(value.hashCode()));
    return usual || none ? "" : " " + quoted(text);
  }

  private static String error(Throwable error) {
    Class<?> type = error.getClass();
    while (type.getName().startsWith(API) && !type.getPackageName().equals(API)) {
      type = type.getSuperclass();
    }
    String name = type.getPackageName().equals(API) ? type.getSimpleName() : type.getName();
    String cause = error.getCause() == null ? "" : " because of " + of(error.getCause());
    String others =
        error.getSuppressed().length == 0 ? "" : " and " + of(List.of(error.getSuppressed()));
    return name + "(" + of(error.getMessage()) + ")" + members(type, error) + cause + others;
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return "(not UTF-8) " + new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c < ' ' || c == 0x7f || Character.isSurrogate((char) c)) {
                quoted.append("\\u%04x".formatted(c));
              } else {
                quoted.append((char) c);
              }
            });
    return cut(quoted.append('"').toString());
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return "%s...(%d characters, CRC %08x)"
        .formatted(text.substring(0, SHOWN), text.length(), sum.getValue());
  }
}
