package io.batchwright.internal.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.TransportException;
import io.batchwright.testing.ScriptedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** It gives back what it was given, and nothing of it is left on the disk. */
class SpoolTest {
  private static final Path OPEN_FILES = Path.of("/proc/self/fd");
  private static final String CONTENT =
      "{\"id\":\"2\",\"answer\":{}}\n{\"id\":\"1\",\"answer\":{}}\n";

  @TempDir Path directory;
  private final ResultsReader reader = new ResultsReader();

  @Test
  void itKeepsWhateverADecoderMadeOfALine() {
    BatchResult.Unreadable odd =
        new BatchResult.Unreadable("\ud800 is half a character", 7, "€ is one", new byte[] {1, 2});
    try (Spool spool = Spool.in(directory, ResultsReader.lines())) {
      long first = spool.add(odd);
      long second = spool.add(new BatchResult.Unreadable(null, 8, "", new byte[0]));
      spool.flush();
      BatchResult.Unreadable read = (BatchResult.Unreadable) spool.get(first);
      assertThat(read).hasToString(odd.toString());
      assertThat(read.customId()).isEqualTo(odd.customId());
      assertThat(read.line()).isEqualTo(7);
      assertThat(read.bytes()).containsExactly(1, 2);
      assertThat(spool.get(second).customId()).isNull();
      assertThat(spool.get(second)).hasToString("line 8: unreadable ()");
    }
  }

  @Test
  void itIsMadeByTheFirstQuestionAndGoneAtTheEnd() throws IOException {
    try (BatchResults results = ordered(new ScriptedFile(CONTENT))) {
      Iterator<BatchResult> pass = results.iterator();
      assertThat(spools()).isEmpty();
      assertThat(pass.hasNext()).isTrue();
      assertThat(spools()).hasSize(1);
      pass.next();
      pass.next();
      assertThat(pass.hasNext()).isFalse();
      assertThat(spools()).isEmpty();
    }
  }

  @Test
  void itIsGoneWhenTheResultsAreClosedEarly() throws IOException {
    BatchResults results = ordered(new ScriptedFile(CONTENT));
    Iterator<BatchResult> pass = results.iterator();
    assertThat(pass.next().customId()).isEqualTo("1");
    assertThat(spools()).hasSize(1);
    results.close();
    results.close();
    assertThat(spools()).isEmpty();
    assertThatThrownBy(pass::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void itIsGoneWhenTheSourceBreaksOff() throws IOException {
    ScriptedFile file = new ScriptedFile(CONTENT).breaksAt(30);
    for (int i = 0; i < 100; i++) {
      file.fails(new IOException("gone"));
    }
    BatchResults results = ordered(file);
    Iterator<BatchResult> pass = results.iterator();
    assertThatThrownBy(pass::hasNext).isInstanceOf(TransportException.class);
    assertThat(spools()).isEmpty();
    assertThat(file.open()).isZero();
    assertThatThrownBy(pass::next).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void itIsGoneWhenAnythingElseFailsAndThePassDoesNotSeemToEnd() throws IOException {
    ResultOrder failing =
        id -> {
          throw new UnsupportedOperationException("an order's own fault");
        };
    ScriptedFile file = new ScriptedFile(CONTENT);
    Iterator<BatchResult> pass = reader.open(file).in(failing, directory).iterator();
    assertThatThrownBy(pass::hasNext).isInstanceOf(UnsupportedOperationException.class);
    assertThat(spools()).isEmpty();
    assertThat(file.open()).isZero();
    assertThatThrownBy(pass::hasNext).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void itIsGoneWhenTheLinesAreSavedOrCannotBe() throws IOException {
    Path target = Files.createDirectory(directory.resolve("out")).resolve("kept.jsonl");
    try (BatchResults results = ordered(new ScriptedFile(CONTENT))) {
      assertThat(results.saveTo(target)).isEqualTo(2);
      assertThat(spools()).isEmpty();
    }
    ScriptedFile file = new ScriptedFile(CONTENT);
    try (BatchResults results = ordered(file)) {
      Path nowhere = directory.resolve("missing").resolve("kept.jsonl");
      assertThatThrownBy(() -> results.saveTo(nowhere)).isInstanceOf(UncheckedIOException.class);
      assertThat(file.open()).isZero();
      assertThat(spools()).isEmpty();
    }
  }

  @Test
  void aFailureToMakeItComesOutOfTheFirstQuestion() {
    ScriptedFile file = new ScriptedFile(CONTENT);
    BatchResults results = reader.open(file).in(ResultOrder.NUMERIC, directory.resolve("missing"));
    Iterator<BatchResult> pass = results.iterator();
    assertThatThrownBy(pass::hasNext).isInstanceOf(UncheckedIOException.class);
    results.close();
    assertThat(file.open()).isZero();
  }

  private BatchResults ordered(ScriptedFile file) {
    return reader.open(file).in(ResultOrder.NUMERIC, directory);
  }

  /** Lists the open files that were made in the directory, under whatever name. */
  private List<String> spools() throws IOException {
    assumeTrue(Files.isDirectory(OPEN_FILES));
    try (Stream<Path> files = Files.list(OPEN_FILES)) {
      return files
          .map(SpoolTest::targetOf)
          .filter(name -> name.startsWith(directory.resolve("batchwright-").toString()))
          .toList();
    }
  }

  private static String targetOf(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "closed meanwhile";
    }
  }
}
