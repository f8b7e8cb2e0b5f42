package io.batchwright.internal.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
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

/** The requested order, and that sorting through a file changes nothing. */
class OrderedResultsTest {
  private static final String LONG = line("long").strip() + " ".repeat(300_000) + "\n";

  @TempDir Path directory;
  private final ResultsReader reader = new ResultsReader().maxLine(100_000);

  @Test
  void numbersAreInOrder() {
    assertThat(numeric("10", "9", "0", "999999999999999999", "100"))
        .containsExactly("0", "9", "10", "100", "999999999999999999");
  }

  @Test
  void equalNumbersKeepTheirOrder() {
    assertThat(numeric("7", "1", "07", "7", "007", "01"))
        .containsExactly("1", "01", "7", "07", "7", "007");
  }

  @Test
  void anIdThatIsNoNumberIsNamed() {
    for (String other : List.of("x", "1000000000000000000", "-1", "+1", "1.0", " 1", "\u0663")) {
      assertThatThrownBy(() -> numeric("3", other, "2", "1"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("\"" + other + "\"")
          .hasMessageContaining("withOrderOf");
    }
  }

  @Test
  void resultsWithoutAnIdAreLast() {
    assertThat(ids(read("bad\n" + line("2") + "{}\n" + line("1"), numeric())))
        .containsExactly("1", "2", "line 1", "line 3");
    assertThat(ids(read("bad\n" + line("b") + "{}\n" + line("a"), in("a"))))
        .containsExactly("a", "b", "line 1", "line 3");
  }

  @Test
  void idsAreInTheGivenOrderAndOthersAfterThem() {
    String content = lines("other", "a", "c", "stranger", "b", "a");
    assertThat(ids(read(content, in("c", "missing", "b", "a", "c", "b"))))
        .containsExactly("c", "b", "a", "a", "other", "stranger");
    assertThat(ids(read(content, in()))).containsExactly("other", "a", "c", "stranger", "b", "a");
    assertThat(read("", in("a"))).isEmpty();
  }

  @Test
  void thePositionOfANullIdIsReported() {
    Collection<String> ids = new ArrayList<>(List.of("a"));
    ids.addAll(Collections.nCopies(1, null));
    assertThatThrownBy(() -> reader.inOrderOf(ids, new ScriptedFile(lines("b", "a"))))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("customIds has null at place 1");
  }

  @Test
  void eachResultIsAsItWouldHaveBeenWithoutAnOrder() {
    String odd = "{\"id\":\"\\u20ac\",\"answer\":{} oops}\n";
    String content =
        "\n" + odd + "\r\n" + line("b").strip() + "\r\n" + LONG + "bad\n" + "{\"id\":\"a";
    List<BatchResult> plain = results(content, reader::open);
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
      try (BatchResults results = in("1", "2", "3").open(file)) {
        assertThat(shown(results)).as("cut at %d", cut).isEqualTo(whole);
      }
    }
  }

  @Test
  void nothingIsReadAfterTheEndOrAClose() {
    ScriptedFile file = new ScriptedFile(lines("2", "1"));
    BatchResults results = reader.inNumericOrder(file);
    Iterator<BatchResult> pass = results.iterator();
    assertThat(pass).toIterable().hasSize(2);
    assertThatThrownBy(pass::next).isInstanceOf(NoSuchElementException.class);
    results.close();
    assertThat(pass.hasNext()).isFalse();

    BatchResults early = reader.inNumericOrder(file);
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
    BatchResults results = reader.inNumericOrder(file);
    assertThat(file.open()).isOne();
    results.close();
    assertThat(file.open()).isZero();
    assertThatThrownBy(results::iterator).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void linesAreKeptInTheirOriginalOrder() throws Exception {
    Path target = directory.resolve("kept.jsonl");
    String windows = line("2").strip() + "\r\n";
    String content = "\ufeff" + windows + "\n" + LONG + "bad\n" + line("1").strip();
    try (BatchResults results = in("1", "2").open(new ScriptedFile(content))) {
      assertThat(results.saveTo(target)).isEqualTo(4);
      assertThatThrownBy(() -> results.saveTo(target)).isInstanceOf(IllegalStateException.class);
    }
    assertThat(Files.readString(target)).isEqualTo(line("1") + windows + LONG + "bad\n");
  }

  @Test
  void aFileThatIsGoneIsAResultAndNoLine() throws Exception {
    Path target = directory.resolve("kept.jsonl");
    for (boolean save : new boolean[] {false, true}) {
      ScriptedFile gone = new ScriptedFile("");
      for (int tries = 0; tries < 12; tries++) {
        gone.refuses(Refused.with(404));
      }
      ScriptedFile first = new ScriptedFile(lines("2", "1") + "\n\n");
      try (BatchResults results = reader.inNumericOrder(first, gone)) {
        if (save) {
          assertThat(results.saveTo(target)).isEqualTo(2);
        } else {
          assertThat(shown(results)).hasSize(3).last().asString().contains("no longer has one");
        }
      }
    }
    assertThat(Files.readString(target)).isEqualTo(lines("1", "2"));
  }

  /** Opens results in a given order. */
  private interface Ordering {
    BatchResults open(ResultFile... files);
  }

  private Ordering in(String... ids) {
    Collection<String> order = Arrays.asList(ids);
    return files -> reader.inOrderOf(order, files);
  }

  private Ordering numeric() {
    return reader::inNumericOrder;
  }

  private List<String> numeric(String... ids) {
    return ids(read(lines(ids), numeric()));
  }

  private List<BatchResult> results(String content, Ordering ordering) {
    List<BatchResult> read = new ArrayList<>();
    ScriptedFile file = new ScriptedFile(content.getBytes(UTF_8));
    try (BatchResults results = ordering.open(file)) {
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
