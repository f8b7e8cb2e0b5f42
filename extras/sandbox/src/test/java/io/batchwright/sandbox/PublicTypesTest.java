package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublicTypesTest {
  @Test
  void noSignatureShowsARelocatedType() throws Exception {
    List<String> signatures = new ArrayList<>();
    for (Class<?> type : types()) {
      if (!Modifier.isPublic(type.getModifiers())) continue;
      Stream.of(type.getMethods(), type.getConstructors())
          .flatMap(Stream::of)
          .map(Executable::toGenericString)
          .forEach(signatures::add);
    }
    assertThat(signatures)
        .hasSizeGreaterThan(50)
        .noneMatch(signature -> signature.contains(".shaded."));
  }

  private static List<Class<?>> types()
      throws IOException, URISyntaxException, ClassNotFoundException {
    Path classes =
        Path.of(Sandbox.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Class<?>> types = new ArrayList<>();
    try (Stream<Path> files = Files.list(classes.resolve("io/batchwright/sandbox"))) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".class") && !name.equals("package-info.class")) {
          types.add(Class.forName("io.batchwright.sandbox." + name.replace(".class", "")));
        }
      }
    }
    return types;
  }
}
