package io.batchwright.internal.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.TransportException;
import io.batchwright.internal.lines.LineDecoder;
import io.batchwright.internal.lines.ResultLine;
import io.batchwright.testing.ScriptedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sorted results are unchanged, and nothing of them is left on disk. */
class SortedResultsTest {
  private static final Path OPEN_FILES = Path.of("/proc/self/fd");
  private static final String CONTENT =
      "{\"id\":\"2\",\"answer\":{}}\n{\"id\":\"1\",\"answer\":{}}\n";

  @TempDir Path directory;
  private final ResultsReader reader = new ResultsReader();

  @Test
  void itReturnsWhateverADecoderMadeOfALine() {
    LineDecoder odd =
        (line, number) ->
            new ResultLine(new byte[] {1, 2}, 7, "\ud800 alone", null).unreadable("€ is one");
    ScriptedFile file = new ScriptedFile(CONTENT);
    try (BatchResults results = reader.sorted(id -> 1, directory, odd, file)) {
      List<BatchResult> read = new ArrayList<>();
      results.forEach(read::add);
      assertThat(read)
          .hasSize(2)
          .allSatisfy(
              result -> {
                assertThat(result).hasToString("\ud800 alone: unreadable (€ is one)");
                assertThat(result.customId()).isEqualTo("\ud800 alone");
                assertThat(result.lineNumber()).isEqualTo(7);
                assertThat(result.bytes()).containsExactly(1, 2);
              });
    }
  }

  @Test
  void memoryHoldsNoLineThatIsUnreadable() {
    List<byte[]> decoded = new ArrayList<>();
    LineDecoder remembering =
        (line, number) -> {
          decoded.add(line);
          return new ResultLine(line, number, "" + number, null).unreadable("bad");
        };
    String content = "first\r\nsecond\n";
    try (BatchResults results =
        reader.sorted(
            id -> -Long.parseLong(id), directory, remembering, new ScriptedFile(content))) {
      Iterator<BatchResult> pass = results.iterator();
      assertThat(pass.hasNext()).isTrue();
      decoded.forEach(line -> Arrays.fill(line, (byte) 0));
      assertThat(ResultsReader.raw(pass.next())).isEqualTo("second");
      assertThat(ResultsReader.raw(pass.next())).isEqualTo("first");
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
  void nothingIsReturnedAfterACloseThoughItWasAnnounced() {
    BatchResults results = ordered(new ScriptedFile(CONTENT));
    Iterator<BatchResult> pass = results.iterator();
    assertThat(pass.hasNext()).isTrue();
    results.close();
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
    ToLongFunction<String> failing =
        id -> {
          throw new UnsupportedOperationException("a bug of the order");
        };
    ScriptedFile file = new ScriptedFile(CONTENT);
    Iterator<BatchResult> pass =
        reader.sorted(failing, directory, ResultsReader.lines(), file).iterator();
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
  void aFailureToCreateItIsThrownByTheFirstCall() {
    ScriptedFile file = new ScriptedFile(CONTENT);
    BatchResults results =
        reader.sorted(
            SortedResults.NUMERIC, directory.resolve("missing"), ResultsReader.lines(), file);
    Iterator<BatchResult> pass = results.iterator();
    assertThatThrownBy(pass::hasNext).isInstanceOf(UncheckedIOException.class);
    results.close();
    assertThat(file.open()).isZero();
  }

  private BatchResults ordered(ScriptedFile file) {
    return reader.sorted(SortedResults.NUMERIC, directory, ResultsReader.lines(), file);
  }

  /** Lists the open files that were created in the directory, whatever their name. */
  private List<String> spools() throws IOException {
    assumeTrue(Files.isDirectory(OPEN_FILES));
    try (Stream<Path> files = Files.list(OPEN_FILES)) {
      return files
          .map(SortedResultsTest::targetOf)
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
