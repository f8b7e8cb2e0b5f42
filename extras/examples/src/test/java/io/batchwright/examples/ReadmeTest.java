package io.batchwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Path README = Path.of("..", "..", "README.md");

  @Test
  void firstScreenIsTheCompiledExample() throws IOException {
    String source =
        Files.readString(Path.of("src/main/java/io/batchwright/examples/FirstBatch.java"));
    String begin = "    // readme: first screen\n";
    String end = "    // readme: end\n";
    String snippet =
        source
            .substring(source.indexOf(begin) + begin.length(), source.indexOf(end))
            .stripTrailing()
            .stripIndent();
    assertThat(Files.readString(README)).contains("```java\n" + snippet + "\n```\n");
  }

  @Test
  void everyExampleIsNamed() throws IOException {
    String readme = Files.readString(README);
    try (var sources = Files.list(Path.of("src/main/java/io/batchwright/examples"))) {
      assertThat(sources)
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .filteredOn(name -> !name.equals("package-info"))
          .isNotEmpty()
          .allMatch(readme::contains);
    }
  }
}
