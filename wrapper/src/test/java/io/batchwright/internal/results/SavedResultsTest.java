package io.batchwright.internal.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.ResultsOptions;
import io.batchwright.TransportException;
import io.batchwright.testing.ScriptedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedResultsTest {
  private static final String LONG = "{\"id\":\"long\",\"x\":\"" + "x".repeat(200_000) + "\"}";
  private static final String A = "{\"id\":\"a\",\"answer\":{\"text\":\"A\",\"tokens\":3}}";
  private static final String B = "{\"id\":\"b\",\"answer\":{\"text\":\"B\",\"tokens\":4}}";
  private static final String CONTENT = A + "\r\n\n" + LONG + "\r\nbad\n" + B;

  @TempDir Path directory;
  private Path target = Path.of("");
  private final ResultsReader reader = new ResultsReader().maxLine(100_000);

  @BeforeEach
  void chooseATarget() {
    target = directory.resolve("results.jsonl");
  }

  @Test
  void keepsTheLinesAsTheyCameAndEndsTheLastOne() throws IOException {
    assertThat(save(new ScriptedFile("\ufeff" + CONTENT))).isEqualTo(4);
    assertThat(target).hasContent(CONTENT + "\n");
    assertThat(Files.readString(target)).isEqualTo(CONTENT + "\n");
    assertOnlyTheTarget();
  }

  @Test
  void keepsSeveralFilesAsOne() throws IOException {
    assertThat(save(new ScriptedFile(A), new ScriptedFile(""), new ScriptedFile(B + "\n\n")))
        .isEqualTo(2);
    assertThat(Files.readString(target)).isEqualTo(A + "\n" + B + "\n\n");
  }

  @Test
  void readsWhatItKeptAsItReadItFirst() {
    String content = "\n" + A + "\nbad\n" + B;
    save(new ScriptedFile(content));
    List<String> read = new ArrayList<>();
    try (BatchResults results = saved(target)) {
      results.forEach(result -> read.add(result + " | " + ResultsReader.raw(result)));
    }
    assertThat(read).hasSize(3).isEqualTo(reader.read(new ScriptedFile(content)));
  }

  @Test
  void keepsEachLineOnceWhereverItBroke() throws IOException {
    for (int cut : cuts(CONTENT)) {
      for (boolean ranges : new boolean[] {true, false}) {
        ScriptedFile file = new ScriptedFile(CONTENT).breaksAt(cut);
        assertThat(save(ranges ? file.ranges() : file)).isEqualTo(4);
        assertThat(Files.readString(target)).as("cut at %d", cut).isEqualTo(CONTENT + "\n");
      }
    }
    assertOnlyTheTarget();
  }

  @Test
  void keepsEachLineOnceWhenTheOrderDiffers() throws IOException {
    String content = A + "\n" + LONG + "\nbad\n" + B;
    List<String> others =
        List.of(LONG + "\n" + B + "\n" + A + "\nbad", B + "\nbad\n" + A + "\n" + LONG + "\n");
    for (int cut : cuts(content)) {
      for (String other : others) {
        save(new ScriptedFile(content).breaksAt(cut).becomes(other));
        assertThat(Files.readAllLines(target))
            .as("cut at %d", cut)
            .containsExactlyInAnyOrder(A, LONG, "bad", B);
      }
    }
  }

  @Test
  void replacesAFileAndLetsOnlyItsOwnerReadIt() throws IOException {
    Files.writeString(target, "older and longer than what comes".repeat(10));
    save(new ScriptedFile(A));
    assertThat(Files.readString(target)).isEqualTo(A + "\n");
    assumeTrue(Files.getFileStore(directory).supportsFileAttributeView("posix"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rw-------");
  }

  @Test
  void leavesWhatWasThereWhenTheStreamFails() throws IOException {
    Files.writeString(target, "older");
    ScriptedFile file = new ScriptedFile(CONTENT).breaksAt(60);
    for (int i = 0; i < 5; i++) {
      file.fails(new IOException("gone"));
    }
    assertThatThrownBy(() -> save(file)).isInstanceOf(TransportException.class);
    assertThat(Files.readString(target)).isEqualTo("older");
    assertOnlyTheTarget();
  }

  @Test
  void failsWhereNothingCanBeWritten() throws IOException {
    ScriptedFile file = new ScriptedFile(CONTENT);
    Path nowhere = directory.resolve("missing").resolve("results.jsonl");
    try (ResultStream results = reader.open(file)) {
      assertThatThrownBy(() -> results.saveTo(nowhere)).isInstanceOf(UncheckedIOException.class);
    }
    assertThat(file.open()).isZero();

    Files.createDirectories(target.resolve("not empty"));
    assertThatThrownBy(() -> save(new ScriptedFile(A))).isInstanceOf(UncheckedIOException.class);
    assertOnlyTheTarget();
  }

  @Test
  void reportsAMissingFileAtOnce() {
    assertThatThrownBy(() -> saved(target))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("results.jsonl");
    assertThatThrownBy(
            () -> {
              try (BatchResults results = saved(directory)) {
                results.forEach(
                    result -> assertThat(result).isInstanceOf(BatchResult.Unreadable.class));
              }
            })
        .isInstanceOf(UncheckedIOException.class);
  }

  /** Returns offsets near both ends, and a few between. */
  private static int[] cuts(String content) {
    int length = content.length();
    return IntStream.rangeClosed(0, length)
        .filter(cut -> (cut < 100 || cut > length - 100) ? cut % 3 == 0 : cut % 20_000 == 0)
        .toArray();
  }

  private static BatchResults saved(Path file) {
    return ResultStream.ofFile(file, idMember -> ResultsReader.lines(), ResultsOptions.defaults());
  }

  private long save(ResultFile... files) {
    try (ResultStream results = reader.open(files)) {
      return results.saveTo(target);
    }
  }

  private void assertOnlyTheTarget() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(target);
    }
  }
}
