package io.batchwright.internal.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.BatchResult;
import io.batchwright.TransportException;
import io.batchwright.internal.lines.LineDecoder;
import io.batchwright.testing.ScriptedFile;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResultStreamTest {
  private static final String A = "{\"id\":\"a\",\"answer\":{\"text\":\"A\",\"tokens\":3}}\n";
  private static final String B = "{\"id\":\"b\",\"answer\":{\"text\":\"B\",\"tokens\":4}}\n";
  private static final String C = "{\"id\":\"c\",\"answer\":{}}\n";
  private static final String BAD = "{\"id\":\"x\" oops}\n";

  private final ResultsReader reader = new ResultsReader();

  @Test
  void returnsABadLineAsAResultWhereverItIs() {
    assertThat(outcomes(BAD + A + B))
        .containsExactly("x: unreadable", "a: succeeded", "b: succeeded");
    assertThat(outcomes(A + BAD + B))
        .containsExactly("a: succeeded", "x: unreadable", "b: succeeded");
    assertThat(outcomes(A + B + BAD))
        .containsExactly("a: succeeded", "b: succeeded", "x: unreadable");
    assertThat(outcomes(BAD)).containsExactly("x: unreadable");
  }

  @Test
  void treatsTwoDocumentsOnALineAsABadLine() {
    assertThat(reader.read(new ScriptedFile(A.strip() + B + C)))
        .first()
        .asString()
        .startsWith("a: unreadable (more than one JSON value)");
  }

  @Test
  void returnsNothingForAnEmptyFileAndForNoFile() {
    assertThat(outcomes("")).isEmpty();
    assertThat(outcomes("\n\r\n  \n")).isEmpty();
    assertThat(reader.read()).isEmpty();
  }

  @Test
  void readsFilesOneAfterTheOtherAndCountsTheirLinesThrough() {
    ScriptedFile first = new ScriptedFile("\n" + A + "\n" + B.strip());
    ScriptedFile empty = new ScriptedFile("");
    ScriptedFile last = new ScriptedFile(C + "bad");
    assertThat(reader.read(first, empty, last))
        .hasSize(4)
        .last()
        .asString()
        .startsWith("line 6: unreadable");
    assertThat(first.open() + empty.open() + last.open()).isZero();
  }

  @Test
  void triesALaterFileAgainWhenItDoesNotOpen() {
    ScriptedFile last = new ScriptedFile(C).fails(new IOException("refused"));
    assertThat(reader.read(new ScriptedFile(A), last)).hasSize(2);
    assertThat(reader.timer.sleeps()).hasSize(1);
    assertThat(reader.resumed).containsExactly("1 TransportException");
  }

  @Test
  void failsAtOnceWhenTheFirstFileDoesNotOpen() {
    ScriptedFile file = new ScriptedFile(A).fails(new IOException("refused"));
    assertThatThrownBy(() -> reader.open(file)).isInstanceOf(TransportException.class);
    assertThat(reader.timer.sleeps()).isEmpty();
  }

  @Test
  void isReadOnce() {
    try (ResultStream results = reader.open(new ScriptedFile(A))) {
      assertThat(results.iterator()).toIterable().hasSize(1);
      assertThatThrownBy(results::iterator)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("read once");
    }
  }

  @Test
  void staysAtItsEnd() {
    ScriptedFile file = new ScriptedFile(A);
    ResultStream results = reader.open(file);
    Iterator<BatchResult> pass = results.iterator();
    assertThat(pass.next().customId()).isEqualTo("a");
    assertThat(pass.hasNext()).isFalse();
    assertThat(file.open()).isZero();
    results.close();
    assertThat(pass.hasNext()).isFalse();
    assertThatThrownBy(pass::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void closesTheStreamWhenItIsClosedEarly() {
    ScriptedFile file = new ScriptedFile(A + B);
    ResultStream results = reader.open(file);
    Iterator<BatchResult> pass = results.iterator();
    assertThat(pass.hasNext()).isTrue();
    assertThat(file.open()).isEqualTo(1);
    results.close();
    results.close();
    assertThat(file.open()).isZero();
    assertThatThrownBy(pass::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(results::iterator)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void opensNothingMoreWhenItIsClosedBetweenTwoTries() {
    ScriptedFile file = new ScriptedFile(A + B).breaksAt(A.length());
    ResultStream results = reader.open(file);
    Iterator<BatchResult> pass = results.iterator();
    pass.next();
    reader.timer.schedule(Duration.ofMillis(500), results::close);
    assertThatThrownBy(pass::hasNext)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThat(file.open()).isZero();
    assertThat(reader.resumed).isEmpty();
  }

  @Test
  void closesTheStreamUnread() {
    ScriptedFile file = new ScriptedFile(A);
    ResultStream results = reader.open(file);
    assertThat(file.open()).isEqualTo(1);
    results.close();
    assertThat(file.open()).isZero();
  }

  @Test
  void closesTheStreamOnAnError() {
    ScriptedFile file = new ScriptedFile(A + B);
    LineDecoder failing =
        (line, number) -> {
          throw new UnsupportedOperationException("a bug of the decoder");
        };
    ResultStream results = reader.decodedBy(failing, file);
    Iterator<BatchResult> pass = results.iterator();
    assertThatThrownBy(pass::hasNext).isInstanceOf(UnsupportedOperationException.class);
    assertThat(file.open()).isZero();
    assertThatThrownBy(pass::hasNext).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aStreamOfItClosesIt() {
    ScriptedFile file = new ScriptedFile(A + B + C);
    try (Stream<BatchResult> results = reader.open(file).stream()) {
      List<String> ids = results.limit(2).map(BatchResult::customId).toList();
      assertThat(ids).containsExactly("a", "b");
      assertThat(file.open()).isOne();
    }
    assertThat(file.open()).isZero();
  }

  @Test
  void aLineThatIsTooLongHasItsIdAndAdvice() {
    String line = "{\"id\":\"long\",\"answer\":{\"text\":\"" + "x".repeat(5000) + "\"}}\n";
    assertThat(reader.maxLine(2000).read(new ScriptedFile(A + line + B)))
        .hasSize(3)
        .element(1)
        .asString()
        .startsWith("long: unreadable (the line is longer than 2000 bytes; raise maxLineBytes");
  }

  private List<String> outcomes(String content) {
    return reader.read(new ScriptedFile(content)).stream()
        .map(result -> result.replaceFirst("( \\(.*)? \\|.*", ""))
        .toList();
  }
}
