package io.batchwright.internal.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.BatchException;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.ResultsAudit;
import io.batchwright.ResultsSummary;
import io.batchwright.TransportException;
import io.batchwright.Usage;
import io.batchwright.internal.lines.LineDecoder;
import io.batchwright.testing.ScriptedFile;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class ResultStreamTest {
  private static final String A = "{\"id\":\"a\",\"answer\":{\"text\":\"A\",\"tokens\":3}}\n";
  private static final String B = "{\"id\":\"b\",\"answer\":{\"text\":\"B\",\"tokens\":4}}\n";
  private static final String C = "{\"id\":\"c\",\"answer\":{}}\n";
  private static final String BAD = "{\"id\":\"x\" oops}\n";

  private final ResultsReader reader = new ResultsReader();

  @Test
  void givesABadLineAsAResultWhereverItIs() {
    assertThat(outcomes(BAD + A + B))
        .containsExactly("x: unreadable", "a: succeeded", "b: succeeded");
    assertThat(outcomes(A + BAD + B))
        .containsExactly("a: succeeded", "x: unreadable", "b: succeeded");
    assertThat(outcomes(A + B + BAD))
        .containsExactly("a: succeeded", "b: succeeded", "x: unreadable");
    assertThat(outcomes(BAD)).containsExactly("x: unreadable");
  }

  @Test
  void takesTwoDocumentsOnALineForABadLine() {
    assertThat(reader.read(new ScriptedFile(A.strip() + B + C)))
        .first()
        .asString()
        .startsWith("a: unreadable (more than one JSON value)");
  }

  @Test
  void givesNothingForAnEmptyFileAndForNoFile() {
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
      assertThatThrownBy(results::summary).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> results.audit(List.of())).isInstanceOf(IllegalStateException.class);
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
    try (ResultStream results = reader.open(file)) {
      assertThat(file.open()).isEqualTo(1);
      assertThat(results.summary().complete()).isFalse();
    }
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
  void countsOutcomesAndTokensWhileItReads() {
    try (BatchResults results = reader.open(new ScriptedFile(A + BAD + B + "?\n" + C))) {
      ResultsSummary summary = results.summary();
      Iterator<BatchResult> pass = results.iterator();
      assertThat(pass.hasNext()).isTrue();
      assertThat(summary.total()).isZero();
      pass.next();
      assertThat(summary.usage()).isEqualTo(new Usage(1, 3, 0, 0));
      pass.forEachRemaining(result -> assertThat(summary.complete()).isFalse());
      assertThat(summary.complete()).isTrue();
      assertThat(summary.total()).isEqualTo(5);
      assertThat(summary.succeeded()).isEqualTo(3);
      assertThat(summary.unreadable()).isEqualTo(2);
      assertThat(summary.errored() + summary.cancelled() + summary.expired()).isZero();
      assertThat(summary.usage()).isEqualTo(new Usage(2, 7, 0, 0));
      assertThat(summary)
          .hasToString("5 results: 3 succeeded, 0 errored, 0 cancelled, 0 expired, 2 unreadable");
    }
  }

  @Test
  void comparesOutcomesWithWhatWasSent() {
    String stray = "{\"id\":\"stray\"}\n";
    ScriptedFile file = new ScriptedFile(B + stray + A + A + "?\n" + stray + A);
    try (BatchResults results = reader.open(file)) {
      ResultsAudit audit = results.audit(List.of("z", "a", "b", "c"));
      Iterator<BatchResult> pass = results.iterator();
      pass.next();
      assertThat(audit.complete()).isFalse();
      assertThatThrownBy(audit::missing).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(audit::duplicates).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(audit::unknown).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(audit::unidentified).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(audit::clean).isInstanceOf(IllegalStateException.class);
      pass.forEachRemaining(result -> {});
      assertThat(audit.complete()).isTrue();
      assertThat(audit.clean()).isFalse();
      assertThat(audit.missing()).containsExactly("z", "c");
      assertThat(audit.duplicates()).containsExactly("a");
      assertThat(audit.unknown()).containsExactly("stray");
      assertThat(audit.unidentified()).isEqualTo(1);
      assertThat(audit).hasToString("2 missing, 1 duplicate, 1 unknown, 1 unidentified");
    }
  }

  @Test
  void findsNothingAmissWhenEachRequestHasOneOutcome() {
    ScriptedFile file = new ScriptedFile(A + B + C).breaksAt(A.length() + 3);
    try (BatchResults results = reader.open(file)) {
      ResultsAudit audit = results.audit(List.of("c", "b", "a"));
      results.forEach(result -> assertThat(result).isInstanceOf(BatchResult.Succeeded.class));
      assertThat(audit.clean()).isTrue();
    }
  }

  @Test
  void doesNotCompleteWhatItWasNotAllowedToFinish() {
    ScriptedFile file = new ScriptedFile(A + B).breaksAt(A.length());
    for (int i = 0; i < 5; i++) {
      file.fails(new IOException("gone"));
    }
    try (BatchResults results = reader.open(file)) {
      ResultsSummary summary = results.summary();
      Iterator<BatchResult> pass = results.iterator();
      pass.next();
      assertThatThrownBy(pass::hasNext).isInstanceOf(BatchException.class);
      assertThat(summary.complete()).isFalse();
      assertThat(summary.total()).isEqualTo(1);
    }
  }

  private List<String> outcomes(String content) {
    return reader.read(new ScriptedFile(content)).stream()
        .map(result -> result.replaceFirst("( \\(.*)? \\|.*", ""))
        .toList();
  }
}
