package io.batchwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** README alone; {@link DocsTest} tests what holds for every page. */
class ReadmeTest {
  private static final Path README = Path.of("..", "..", "README.md");

  @Test
  void fitsOnAPage() throws IOException {
    assertThat(Files.readAllLines(README))
        .hasSizeLessThanOrEqualTo(120)
        .allMatch(line -> line.length() <= 120, "at most 120 characters");
  }

  @Test
  void namesTheVersionOfTheBuild() throws IOException {
    String readme = Files.readString(README);
    Matcher version =
        Pattern.compile("<artifactId>batchwright-parent</artifactId>\\s*<version>([^<]+)<")
            .matcher(Files.readString(Path.of("..", "..", "pom.xml")));
    assertThat(version.find()).isTrue();
    assertThat(readme)
        .contains("<artifactId>batchwright</artifactId>")
        .contains("<version>" + version.group(1) + "</version>")
        .contains("\"io.batchwright:batchwright:" + version.group(1) + "\"");
  }

  @Test
  void givesTheCommandsOfTheFirstMinutes() throws IOException {
    assertThat(Files.readAllLines(README))
        .contains(
            "$ ./batchwright run extras/examples/data/questions.jsonl --provider anthropic --sandbox"
                + " --out results.jsonl",
            "$ mvn verify");
  }
}
