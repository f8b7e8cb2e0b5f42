package io.batchwright.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeedsTest {
  private static final Path SEEDS = Path.of("seeds");

  @ParameterizedTest
  @EnumSource(Target.class)
  void everyTargetAcceptsItsSeedsAndAnEmptyInput(Target target) throws Exception {
    MethodHandle method =
        MethodHandles.lookup()
            .findStatic(
                Class.forName(target.className()),
                "fuzzerTestOneInput",
                MethodType.methodType(void.class, byte[].class));
    List<Path> seeds = files(SEEDS.resolve(target.folder()));
    assertThat(seeds).hasSizeGreaterThanOrEqualTo(3);
    for (Path seed : seeds) {
      byte[] bytes = Files.readAllBytes(seed);
      assertThatCode(() -> method.invoke(bytes)).as("%s", seed).doesNotThrowAnyException();
    }
    byte[] nothing = {};
    assertThatCode(() -> method.invoke(nothing)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void seedsAreSmall(Target target) throws IOException {
    for (Path seed : files(SEEDS.resolve(target.folder()))) {
      assertThat(Files.size(seed)).as("%s", seed).isLessThan(2048);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
