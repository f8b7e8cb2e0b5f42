package io.batchwright.internal.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.ResultsAudit;
import io.batchwright.ResultsSummary;
import io.batchwright.internal.lines.LineReader;
import io.batchwright.testing.Refused;
import io.batchwright.testing.ScriptedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order that is asked for, and that nothing is changed on the way through the file. */
class OrderedResultsTest {
  private static final String LONG = line("long").strip() + " ".repeat(300_000) + "\n";

  @TempDir Path directory;
  private final ResultsReader reader = new ResultsReader().maxLine(100_000);

  @Test
  void numbersComeInTheirOrder() {
    assertThat(numeric("10", "9", "0", "999999999999999999", "100"))
        .containsExactly("0", "9", "10", "100", "999999999999999999");
  }

  @Test
  void equalNumbersKeepTheirOrder() {
    assertThat(numeric("7", "1", "07", "7", "007", "01"))
        .containsExactly("1", "01", "7", "07", "7", "007");
  }

  @Test
  void oneIdThatIsNoNumberLeavesAllAsTheyWere() {
    for (String other : List.of("x", "1000000000000000000", "-1", "+1", "1.0", " 1", "\\u0663")) {
      assertThat(numeric("3", other, "2", "1")).endsWith("2", "1").startsWith("3").hasSize(4);
    }
    String content = line("2") + "bad\n" + line("x") + line("1");
    assertThat(read(content, ResultStream::byNumericKey))
        .isEqualTo(reader.read(new ScriptedFile(content)));
  }

  @Test
  void resultsWithoutAnIdComeLast() {
    assertThat(ids(read("bad\n" + line("2") + "{}\n" + line("1"), ResultStream::byNumericKey)))
        .containsExactly("1", "2", "line 1", "line 3");
    assertThat(ids(read("bad\n" + line("b") + "{}\n" + line("a"), in("a"))))
        .containsExactly("a", "b", "line 1", "line 3");
  }

  @Test
  void idsComeInTheOrderGivenAndOthersBehindThem() {
    String content = lines("other", "a", "c", "stranger", "b", "a");
    assertThat(ids(read(content, in("c", "missing", "b", "a", "c", "b"))))
        .containsExactly("c", "b", "a", "a", "other", "stranger");
    assertThat(ids(read(content, in()))).containsExactly("other", "a", "c", "stranger", "b", "a");
    assertThat(read("", in("a"))).isEmpty();
  }

  @Test
  void thePlaceOfAnIdThatIsNullIsTold() {
    Collection<String> ids = new ArrayList<>(List.of("a"));
    ids.addAll(Collections.nCopies(1, null));
    try (BatchResults results = reader.open(new ScriptedFile(lines("b", "a")))) {
      assertThatThrownBy(() -> results.inOrderOf(ids))
          .isInstanceOf(NullPointerException.class)
          .hasMessage("customIds has null at place 1");
      assertThat(ids(shown(results))).containsExactly("b", "a");
    }
  }

  @Test
  void eachResultIsAsItWouldHaveBeenWithoutAnOrder() {
    String odd = "{\"id\":\"\\u20ac\",\"answer\":{} oops}\n";
    String content =
        "\n" + odd + "\r\n" + line("b").strip() + "\r\n" + LONG + "bad\n" + "{\"id\":\"a";
    List<BatchResult> plain = results(content, results -> results);
    List<BatchResult> ordered = results(content, in("b", "a", "€"));
    assertThat(ordered).hasSize(5);
    assertSame(ordered, plain, 1, 0, 2, 3, 4);
    assertThat(((BatchResult.Unreadable) ordered.get(1)).customId()).isEqualTo("€");
    assertThat(((BatchResult.Unreadable) ordered.get(2)).bytes()).hasSize(LineReader.HEAD);
  }

  private static void assertSame(List<BatchResult> these, List<BatchResult> those, int... places) {
    for (int i = 0; i < places.length; i++) {
      BatchResult one = those.get(places[i]);
      assertThat(these.get(i)).hasToString(one.toString()).hasSameClassAs(one);
      assertThat(these.get(i).customId()).isEqualTo(one.customId());
      assertThat(ResultsReader.raw(these.get(i))).isEqualTo(ResultsReader.raw(one));
    }
  }

  @Test
  void aDroppedConnectionChangesNothing() {
    String content = line("3") + LONG + "bad\n" + line("2") + line("1");
    List<String> whole = read(content, in("1", "2", "3"));
    for (int cut = 0; cut < content.length(); cut += cut < 500 ? 7 : 10_000) {
      ScriptedFile file = new ScriptedFile(content).breaksAt(cut);
      try (BatchResults results = in("1", "2", "3").of(reader.open(file))) {
        assertThat(shown(results)).as("cut at %d", cut).isEqualTo(whole);
      }
    }
  }

  @Test
  void whatWasAskedForBeforeIsCompleteWhenAllWasRead() {
    ResultStream source = reader.open(new ScriptedFile(lines("2", "1", "1") + "bad\n"));
    ResultsSummary early = source.summary();
    try (BatchResults results = source.byNumericKey()) {
      ResultsAudit audit = results.audit(List.of("1", "2", "3"));
      ResultsSummary summary = results.summary();
      Iterator<BatchResult> pass = results.iterator();
      assertThat(summary.total()).isZero();
      assertThat(pass.hasNext()).isTrue();
      assertThat(summary).hasToString(early.toString());
      assertThat(summary.complete()).isTrue();
      assertThat(summary.total()).isEqualTo(4);
      assertThat(audit.missing()).containsExactly("3");
      assertThat(audit.duplicates()).containsExactly("1");
      assertThat(audit.unidentified()).isOne();
      assertThatThrownBy(results::summary).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> results.audit(List.of())).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void thereIsOnePassInTheOrderAskedForLast() {
    try (BatchResults results = reader.open(new ScriptedFile(lines("3", "2", "1")))) {
      assertThat(results.byNumericKey().inOrderOf(List.of("2"))).isSameAs(results);
      assertThat(ids(shown(results))).containsExactly("2", "3", "1");
      assertThatThrownBy(results::iterator).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(results::byNumericKey).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> results.inOrderOf(List.of()))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void anOrderThatComesTooLateLeavesThePassAlone() {
    try (ResultStream source = reader.open(new ScriptedFile(lines("2", "1")))) {
      Iterator<BatchResult> pass = source.iterator();
      assertThatThrownBy(source::byNumericKey).isInstanceOf(IllegalStateException.class);
      assertThat(pass).toIterable().hasSize(2);
    }
  }

  @Test
  void nothingComesAfterTheEndOrAClose() {
    ScriptedFile file = new ScriptedFile(lines("2", "1"));
    BatchResults results = reader.open(file).byNumericKey();
    Iterator<BatchResult> pass = results.iterator();
    assertThat(pass).toIterable().hasSize(2);
    assertThatThrownBy(pass::next).isInstanceOf(NoSuchElementException.class);
    results.close();
    assertThat(pass.hasNext()).isFalse();

    BatchResults early = reader.open(file).byNumericKey();
    Iterator<BatchResult> cut = early.iterator();
    cut.next();
    early.close();
    assertThatThrownBy(cut::hasNext)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(cut::next).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closingItUnreadClosesTheSource() {
    ScriptedFile file = new ScriptedFile(lines("1"));
    BatchResults results = reader.open(file).byNumericKey();
    assertThat(file.open()).isOne();
    results.close();
    assertThat(file.open()).isZero();
    assertThatThrownBy(results::iterator).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void linesAreKeptInTheOrderAsTheyCame() throws Exception {
    Path target = directory.resolve("kept.jsonl");
    String windows = line("2").strip() + "\r\n";
    String content = "\ufeff" + windows + "\n" + LONG + "bad\n" + line("1").strip();
    try (BatchResults results = in("1", "2").of(reader.open(new ScriptedFile(content)))) {
      ResultsSummary summary = results.summary();
      assertThat(results.saveTo(target)).isEqualTo(4);
      assertThat(summary.complete()).isTrue();
      assertThatThrownBy(() -> results.saveTo(target)).isInstanceOf(IllegalStateException.class);
    }
    assertThat(Files.readString(target)).isEqualTo(line("1") + windows + LONG + "bad\n");
  }

  @Test
  void aFileThatIsGoneIsAResultAndNoLine() throws Exception {
    Path target = directory.resolve("kept.jsonl");
    for (boolean save : new boolean[] {false, true}) {
      ScriptedFile gone = new ScriptedFile("");
      for (int tries = 0; tries < 7; tries++) {
        gone.refuses(Refused.with(404));
      }
      ScriptedFile first = new ScriptedFile(lines("2", "1") + "\n\n");
      try (BatchResults results = reader.open(first, gone).byNumericKey()) {
        if (save) {
          assertThat(results.saveTo(target)).isEqualTo(2);
        } else {
          assertThat(shown(results)).hasSize(3).last().asString().contains("no longer has one");
        }
      }
    }
    assertThat(Files.readString(target)).isEqualTo(lines("1", "2"));
  }

  /** Makes results in an order of others. */
  private interface Ordering {
    BatchResults of(ResultStream results);
  }

  private static Ordering in(String... ids) {
    Collection<String> order = Arrays.asList(ids);
    return results -> results.inOrderOf(order);
  }

  private List<String> numeric(String... ids) {
    return ids(read(lines(ids), ResultStream::byNumericKey));
  }

  private List<BatchResult> results(String content, Ordering ordering) {
    List<BatchResult> read = new ArrayList<>();
    ScriptedFile file = new ScriptedFile(content.getBytes(UTF_8));
    try (BatchResults results = ordering.of(reader.open(file))) {
      results.forEach(read::add);
    }
    assertThat(file.open()).isZero();
    return read;
  }

  private List<String> read(String content, Ordering ordering) {
    return results(content, ordering).stream().map(OrderedResultsTest::shown).toList();
  }

  private static List<String> shown(BatchResults results) {
    List<String> shown = new ArrayList<>();
    results.forEach(result -> shown.add(shown(result)));
    return shown;
  }

  private static String shown(BatchResult result) {
    return result + " | " + ResultsReader.raw(result);
  }

  private static List<String> ids(List<String> shown) {
    return shown.stream().map(text -> text.substring(0, text.indexOf(": "))).toList();
  }

  private static String lines(String... ids) {
    return Stream.of(ids).map(OrderedResultsTest::line).collect(Collectors.joining());
  }

  private static String line(String id) {
    return "{\"id\":\"" + id + "\",\"answer\":{\"text\":\"of " + id + "\"}}\n";
  }
}
