package io.batchwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.BatchState;
import io.batchwright.SubmitOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

class SmallPartsTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void wordsAreQuotedForTheShellOnlyWhereNeeded() {
    assertThat(Shell.quote("anthropic:b@http://[::1]:8")).isEqualTo("'anthropic:b@http://[::1]:8'");
    assertThat(Shell.quote("./batchwright")).isEqualTo("./batchwright");
    assertThat(Shell.quote("it's here")).isEqualTo("'it'\\''s here'");
    assertThat(Shell.quote("")).isEqualTo("''");
  }

  @Test
  void durationsHaveAUnit() {
    DurationConverter durations = new DurationConverter();

    assertThat(durations.convert("90s")).isEqualTo(Duration.ofSeconds(90));
    assertThat(durations.convert("30m")).isEqualTo(Duration.ofMinutes(30));
    assertThat(durations.convert("26h")).isEqualTo(Duration.ofHours(26));
    assertThat(durations.convert("2d")).isEqualTo(Duration.ofDays(2));
    assertThatThrownBy(() -> durations.convert("90")).isInstanceOf(TypeConversionException.class);
    assertThatThrownBy(() -> durations.convert("0s")).isInstanceOf(TypeConversionException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"90s", "30m", "90m", "26h", "24h", "7d"})
  void durationsAreWrittenAsTheyAreRead(String text) {
    assertThat(DurationConverter.text(new DurationConverter().convert(text))).isEqualTo(text);
  }

  @Test
  void optionsOfABatchBecomeWordsAgain() {
    String[] words = {
      "--endpoint", "/v1/x", "--window", "7d", "--metadata", "a=b=c", "--metadata", "d="
    };
    BatchOptions options = CommandLine.populateCommand(new BatchOptions(), words);

    assertThat(options.words()).containsExactly(words);
    assertThat(options.submitOptions())
        .usingRecursiveComparison()
        .isEqualTo(
            SubmitOptions.none()
                .withEndpoint("/v1/x")
                .withCompletionWindow(Duration.ofDays(7))
                .withMetadata(Map.of("a", "b=c", "d", "")));
    assertThat(new BatchOptions().words()).isEmpty();
    assertThat(new BatchOptions().submitOptions())
        .usingRecursiveComparison()
        .isEqualTo(SubmitOptions.none());
  }

  @Test
  void idsAreReadFromEitherMemberUpToTheFirstBadLine() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("in"),
            """
            {"custom_id":"a","body":{"custom_id":"no"}}

            {"params":{"key":"no"},"key":"b"}
            {"custom_id":7}
            [1]
            {"custom_id":"c"
            {"custom_id":"d"}
            """);

    assertThat(RequestIds.read(file)).containsExactly("a", "b", "c");
  }

  @Test
  void theStateOfTheBatchOutranksItsRequests() {
    assertThat(Exit.of(BatchState.SUCCEEDED, true)).isEqualTo(0);
    assertThat(Exit.of(BatchState.SUCCEEDED, false)).isEqualTo(1);
    assertThat(Exit.of(BatchState.FAILED, true)).isEqualTo(3);
    assertThat(Exit.of(BatchState.CANCELLED, false)).isEqualTo(3);
    assertThat(Exit.of(BatchState.EXPIRED, false)).isEqualTo(3);
  }

  @Test
  void aLinkedOutFileStaysALink() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);
    try (ResultsFile file = ResultsFile.at(link)) {
      assertThat(target).hasContent("old");
      file.finish();
    }

    assertThat(link).isSymbolicLink();
    assertThat(target).isEmptyFile();
  }

  @Test
  void nothingIsWrittenOnceTheOutFileIsClosed() {
    ResultsFile file = ResultsFile.at(folder.resolve("out"));
    file.close();

    assertThatThrownBy(file::finish).isInstanceOf(UncheckedIOException.class);
    assertThat(folder).isEmptyDirectory();
  }
}
