package io.batchwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The public API is listed in {@code api.txt}, so that each change of it is visible in review.
 * After a change, copy {@code target/api.txt}, which the test writes; a removal also needs a line
 * in the changelog.
 */
class ApiSignaturesTest {
  private static final Path MODULE = Path.of(System.getProperty("basedir", "."));
  private static final Path SOURCES = MODULE.resolve("src/main/java");

  @Test
  void theApiIsTheReviewedOne() throws IOException {
    List<String> api = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      files
          .map(file -> SOURCES.relativize(file).toString())
          .filter(file -> file.endsWith(".java") && !file.contains("internal"))
          .filter(file -> !file.endsWith("package-info.java"))
          .map(file -> file.replaceFirst("\\.java$", "").replaceAll("[/\\\\]", "."))
          .sorted()
          .forEach(name -> add(load(name), api));
    }
    Files.createDirectories(MODULE.resolve("target"));
    Files.write(MODULE.resolve("target/api.txt"), api);
    assertThat(api).isEqualTo(Files.readAllLines(MODULE.resolve("api.txt")));
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(Class<?> type, List<String> api) {
    if (!isApi(type.getModifiers())) {
      return;
    }
    String kind =
        type.isInterface()
            ? "interface"
            : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
    // It has no other subtypes, so whether it or a method is abstract does not matter.
    boolean closed =
        !type.isInterface()
            && Arrays.stream(type.getDeclaredConstructors()).noneMatch(ApiSignaturesTest::isApi);
    int ofType = type.getModifiers() & ~Modifier.INTERFACE;
    int dropped = closed ? Modifier.ABSTRACT | Modifier.FINAL : 0;
    Class<?> parent = type.getSuperclass();
    boolean plain = parent == null || parent == Object.class || parent == Record.class;
    api.add(
        (closed && !Modifier.isFinal(ofType) ? "closed " : "")
            + modifiers(closed ? ofType & ~Modifier.ABSTRACT : ofType)
            + kind
            + " "
            + type.getName()
            + (plain || type.isEnum() ? "" : " extends " + parent.getName()));
    List<String> members = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (isApi(field)) {
        members.add(
            modifiers(field.getModifiers()) + name(field.getGenericType()) + " " + field.getName());
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (isApi(constructor)) {
        members.add(modifiers(constructor.getModifiers()) + "new" + parameters(constructor));
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (isApi(method)) {
        members.add(
            modifiers(method.getModifiers() & ~dropped)
                + name(method.getGenericReturnType())
                + " "
                + method.getName()
                + parameters(method));
      }
    }
    members.stream().sorted().map(member -> "  " + member).forEach(api::add);
    Arrays.stream(type.getDeclaredClasses())
        .sorted((one, other) -> one.getName().compareTo(other.getName()))
        .forEach(nested -> add(nested, api));
  }

  private static boolean isApi(Member member) {
    return isApi(member.getModifiers()) && !member.isSynthetic();
  }

  private static boolean isApi(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static String modifiers(int modifiers) {
    int shown =
        modifiers & (Modifier.PROTECTED | Modifier.STATIC | Modifier.FINAL | Modifier.ABSTRACT);
    return shown == 0 ? "" : Modifier.toString(shown) + " ";
  }

  private static String parameters(Executable executable) {
    return Arrays.stream(executable.getGenericParameterTypes())
        .map(ApiSignaturesTest::name)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String name(Type type) {
    return type.getTypeName().replace("java.lang.", "").replace("java.util.", "");
  }
}
