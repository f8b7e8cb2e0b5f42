package io.batchwright.internal.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.AuthenticationException;
import io.batchwright.BatchNotFoundException;
import io.batchwright.BatchResult;
import io.batchwright.ProviderException;
import io.batchwright.ProviderUnavailableException;
import io.batchwright.TransportException;
import io.batchwright.testing.Refused;
import io.batchwright.testing.ScriptedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResumingResultsTest {
  private static final List<String> LINES =
      List.of(
          "{\"id\":\"a\",\"answer\":{\"text\":\"\u2028\u0085 é 😀\"}}",
          "{\"id\":\"b\",\"answer\":{}}\r",
          "",
          "not JSON at all",
          "{\"id\":\"twice\",\"answer\":{\"text\":\"1\"}}",
          " \t",
          "{\"id\":\"twice\",\"answer\":{\"text\":\"1\"}}",
          "{\"a line too long\":\"" + "x".repeat(60) + "\"}",
          "not JSON at all",
          "{\"id\":\"last\",\"answer\":{}}");
  private static final String CONTENT = String.join("\n", LINES);
  private static final int LENGTH = CONTENT.getBytes(StandardCharsets.UTF_8).length;
  private static final int LONGEST = 64;

  private final List<String> whole = reader().read(new ScriptedFile(CONTENT));

  @Test
  void readsEveryLineOnceWithoutABreak() {
    assertThat(whole)
        .hasSize(8)
        .startsWith("a: succeeded | " + LINES.get(0), "b: succeeded | {\"id\":\"b\",\"answer\":{}}")
        .contains("line 4: unreadable (malformed JSON at column 1) | not JSON at all")
        .last()
        .isEqualTo("last: succeeded | " + LINES.get(9));
  }

  @Test
  void resumesInTheMiddleWhereverItBroke() {
    for (int cut = 0; cut <= LENGTH; cut++) {
      ScriptedFile file = new ScriptedFile(CONTENT).ranges().breaksAt(cut);
      assertThat(reader().read(file)).as("cut at %d", cut).isEqualTo(whole);
      assertThat(file.requests).hasSize(2);
      assertThat(file.open()).isZero();
    }
  }

  @Test
  void readsFromTheStartAndSkipsKnownLinesWhereverItBroke() {
    for (int cut = 0; cut <= LENGTH; cut++) {
      ScriptedFile file = new ScriptedFile(CONTENT).breaksAt(cut);
      assertThat(reader().read(file)).as("cut at %d", cut).isEqualTo(whole);
      assertThat(file.requests).hasSize(2);
      assertThat(file.open()).isZero();
    }
  }

  @Test
  void survivesTwoBreaksWhereverTheyAre() {
    for (int first = 0; first <= LENGTH; first += 11) {
      for (int second = 0; second <= LENGTH; second += 7) {
        ScriptedFile file = new ScriptedFile(CONTENT).breaksAt(first).breaksAt(second);
        assertThat(reader().read(file)).as("cut at %d, %d", first, second).isEqualTo(whole);
      }
    }
  }

  @Test
  void skipsKnownLinesInAnotherOrderWhereverItBroke() {
    List<String> expected = raw(whole);
    for (int cut = 0; cut <= LENGTH; cut++) {
      ScriptedFile file = new ScriptedFile(CONTENT).breaksAt(cut).becomes(shuffled(cut));
      assertThat(raw(reader().read(file)))
          .as("cut at %d", cut)
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(file.open()).isZero();
    }
  }

  @Test
  void resumesWithANewOrderEachTimeItBreaks() {
    List<String> expected = raw(whole);
    for (int first = 0; first <= LENGTH; first += 17) {
      for (int second = 0; second <= LENGTH; second += 11) {
        for (boolean ranges : new boolean[] {false, true}) {
          ScriptedFile file =
              new ScriptedFile(CONTENT)
                  .becomes(shuffled(first))
                  .becomes(shuffled(second + 1))
                  .becomes(shuffled(second))
                  .becomes(shuffled(2))
                  .breaksAt(first)
                  .breaksAt(LENGTH)
                  .breaksAt(second);
          assertThat(raw(reader().read(ranges ? file.ranges() : file)))
              .as("cut at %d, %d", first, second)
              .containsExactlyInAnyOrderElementsOf(expected);
        }
      }
    }
  }

  @Test
  void keepsCountingWhenTheOrderDiffers() {
    ScriptedFile file =
        new ScriptedFile("{\"id\":\"a\"}\n{\"id\":\"b\"}\n{\"id\":\"c\"}\nx\n")
            .breaksAt(25)
            .becomes("{\"id\":\"c\"}\n{\"id\":\"b\"}\ny\n{\"id\":\"a\"}\n");
    assertThat(reader().read(file))
        .containsExactly(
            "a: succeeded | {\"id\":\"a\"}",
            "b: succeeded | {\"id\":\"b\"}",
            "c: succeeded | {\"id\":\"c\"}",
            "line 4: unreadable (malformed JSON at column 1) | y");
  }

  @Test
  void resumesAfterAStallAndATruncatedResponse() {
    ResultsReader reader = reader();
    ScriptedFile file =
        new ScriptedFile(CONTENT)
            .ranges()
            .breaksAt(60, new SocketTimeoutException("timeout"))
            .breaksAt(120, new ProtocolException("unexpected end of stream"));
    assertThat(reader.read(file)).isEqualTo(whole);
    assertThat(reader.resumed).containsExactly("1 TransportException", "4 TransportException");
    assertThat(reader.timer.sleeps()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
  }

  @Test
  void requestsTheRestWithTheValidatorOfTheFirstResponse() {
    ScriptedFile file = new ScriptedFile("{\"id\":\"a\"}\n{\"id\":\"b\"}").ranges().breaksAt(15);
    assertThat(reader().read(file)).hasSize(2);
    assertThat(file.requests).hasSize(2).last().asString().startsWith("11/tag");
    assertThat(file.requests).first().isEqualTo("0/null");
  }

  @Test
  void pausesLongerEachTimeAndFailsWithoutProgress() {
    ResultsReader reader = reader();
    ScriptedFile file = new ScriptedFile(CONTENT).breaksAt(60);
    for (int i = 0; i < 5; i++) {
      file.fails(new IOException("no route to host"));
    }
    assertThatThrownBy(() -> reader.read(file))
        .isInstanceOf(TransportException.class)
        .hasRootCauseMessage("no route to host");
    assertThat(reader.timer.sleeps())
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L, 16L);
    assertThat(reader.resumed).isEmpty();
    assertThat(file.open()).isZero();
  }

  @Test
  void progressResetsTheCount() {
    ResultsReader reader = reader();
    ScriptedFile file = new ScriptedFile(CONTENT).ranges();
    for (int cut = 4; cut < LENGTH; cut += 4) {
      file.breaksAt(cut);
    }
    assertThatThrownBy(() -> reader.read(file)).isInstanceOf(TransportException.class);

    file.requests.clear();
    ResultsReader patient = reader();
    ScriptedFile slow = new ScriptedFile(CONTENT).ranges();
    for (int cut = 40; cut < LENGTH; cut += 40) {
      slow.breaksAt(cut);
    }
    assertThat(patient.read(slow)).isEqualTo(whole);
    assertThat(patient.timer.sleeps()).hasSizeGreaterThan(5);
  }

  @Test
  void waitsAsLongAsTheProviderRequests() {
    ResultsReader reader = reader();
    ScriptedFile file =
        new ScriptedFile(CONTENT).breaksAt(60).refuses(Refused.with(503, Duration.ofSeconds(30)));
    assertThat(reader.read(file)).isEqualTo(whole);
    assertThat(reader.timer.sleeps())
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(30));
    assertThat(reader.resumed).containsExactly("1 ProviderUnavailableException");
  }

  @Test
  void endsWithTheProvidersRefusalWhenTryingAgainCannotHelp() {
    ResultsReader reader = reader();
    ScriptedFile file = new ScriptedFile(CONTENT).breaksAt(60).refuses(Refused.with(401));
    assertThatThrownBy(() -> reader.read(file)).isInstanceOf(AuthenticationException.class);
    assertThat(reader.timer.sleeps()).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void failsWithTheProvidersErrorWhenItStaysUnavailable() {
    ScriptedFile file = new ScriptedFile(CONTENT).breaksAt(60);
    for (int i = 0; i < 5; i++) {
      file.refuses(Refused.with(503));
    }
    assertThatThrownBy(() -> reader().read(file)).isInstanceOf(ProviderUnavailableException.class);
  }

  @Test
  void doesNotMistakeTheEndOfAShorterResponseForTheEnd() {
    int delivered = String.join("\n", LINES.subList(0, 9)).getBytes(StandardCharsets.UTF_8).length;
    for (int end = 0; end < delivered; end++) {
      ScriptedFile file = new ScriptedFile(CONTENT).breaksAt(LENGTH - 3).endsAt(end).endsAt(end);
      assertThat(reader().read(file)).as("ends at %d", end).isEqualTo(whole);
      assertThat(file.open()).isZero();
    }
  }

  @Test
  void doesNotContinueInTheMiddleOfALineThatAShorterResponseEndedIn() {
    byte[] first = "{\"id\":\"a\"}\n{\"id\":\"b\"}\n{\"id\":\"c\"}\n".getBytes(UTF_8);
    byte[] other = "{\"id\":\"c\"}\n{\"id\":\"b\"}\n{\"id\":\"a\"}\n".getBytes(UTF_8);
    ScriptedFile breaking = new ScriptedFile(first).breaksAt(25);
    List<Long> offsets = new ArrayList<>();
    ResultFile file =
        (offset, validator) -> {
          offsets.add(offset);
          if (offsets.size() == 1) {
            return breaking.open(0, null);
          }
          int from = validator == null ? 0 : (int) offset;
          int end = offsets.size() == 3 ? 15 : other.length;
          return new ResultBytes(new ByteArrayInputStream(other, from, end - from), from, "other");
        };
    assertThat(raw(reader().read(file)))
        .containsExactly(" | {\"id\":\"a\"}", " | {\"id\":\"b\"}", " | {\"id\":\"c\"}");
  }

  @Test
  void refusesAResponseWithAnotherOffset() {
    ScriptedFile file = new ScriptedFile(CONTENT).ranges().breaksAt(60);
    ResultsReader reader = reader();
    assertThatThrownBy(
            () ->
                reader.read(
                    (offset, validator) -> {
                      var response = file.open(offset, validator);
                      return offset == 0
                          ? response
                          : new ResultBytes(response.stream(), offset - 1, validator);
                    }))
        .isInstanceOf(TransportException.class)
        .hasRootCauseInstanceOf(ProtocolException.class);
    assertThat(file.open()).isZero();
  }

  @Test
  void reportsThatAMalformedLastLineMayBeTruncated() {
    assertThat(reader().read(new ScriptedFile("{\"id\":\"a\"}\n{\"id\":\"b\",\"ans")))
        .last()
        .isEqualTo(
            "b: unreadable (the stream ends in it, so it may be cut off: the JSON ends too early)"
                + " | {\"id\":\"b\",\"ans");
  }

  @Test
  void stopsWhenItsThreadIsInterrupted() {
    ResultsReader reader = reader();
    ScriptedFile file = new ScriptedFile(CONTENT).breaksAt(60, new InterruptedIOException());
    Iterator<BatchResult> results = reader.open(file).iterator();
    assertThat(results.next().customId()).isEqualTo("a");
    Thread.currentThread().interrupt();
    assertThatThrownBy(results::hasNext).isInstanceOf(TransportException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(file.requests).hasSize(1);
    assertThat(file.open()).isZero();
  }

  @Test
  void aLaterFileThatWasThereIsMissingOnlyAfterAFurtherMinute() {
    ResultsReader reader = reader();
    ScriptedFile later = new ScriptedFile("{\"id\":\"b\"}\n").breaksAt(3);
    for (int i = 0; i < 11; i++) {
      later.refuses(Refused.with(404));
    }
    assertThat(reader.read(new ScriptedFile("{\"id\":\"a\"}\n"), later))
        .hasSize(2)
        .last()
        .asString()
        .contains("no longer has one of the files");
    assertThat(reader.timer.sleeps())
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L, 16L, 2L, 2L, 5L, 10L, 20L, 30L);

    ScriptedFile back = new ScriptedFile("{\"id\":\"b\"}\n").breaksAt(3);
    for (int i = 0; i < 10; i++) {
      back.refuses(Refused.with(404));
    }
    assertThat(reader().read(new ScriptedFile("{\"id\":\"a\"}\n"), back))
        .last()
        .asString()
        .startsWith("b: succeeded");
  }

  @Test
  void aMissingLaterFileIsRequestedAgainWhenItsHintSays() {
    ResultsReader reader = reader();
    ScriptedFile later =
        new ScriptedFile("{\"id\":\"b\"}\n").refuses(Refused.with(404, Duration.ofSeconds(77)));
    assertThat(reader.read(new ScriptedFile("{\"id\":\"a\"}\n"), later)).hasSize(2);
    assertThat(reader.timer.sleeps()).containsExactly(Duration.ofSeconds(77));
  }

  @Test
  void aLaterFileIsOpenedWithThePatienceOfAPoll() {
    ResultsReader reader = reader();
    ScriptedFile later = new ScriptedFile("{\"id\":\"b\"}\n");
    for (int i = 0; i < 20; i++) {
      later.refuses(Refused.with(i % 2 == 0 ? 502 : 429));
    }
    assertThat(reader.read(new ScriptedFile("{\"id\":\"a\"}\n"), later))
        .last()
        .asString()
        .startsWith("b: succeeded");

    ScriptedFile unpaid = new ScriptedFile("{\"id\":\"b\"}\n").refuses(Refused.with(402));
    assertThatThrownBy(() -> reader().read(new ScriptedFile("{\"id\":\"a\"}\n"), unpaid))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("402");
  }

  @Test
  void anInterruptWhileALaterFileIsMissingEndsWithNotFound() {
    ScriptedFile first = new ScriptedFile("{\"id\":\"a\"}\n");
    ScriptedFile later = new ScriptedFile("{\"id\":\"b\"}\n").refuses(Refused.with(404));
    ResultsReader reader = reader();
    Iterator<BatchResult> results = reader.open(first, later).iterator();
    assertThat(results.next().customId()).isEqualTo("a");
    Runnable unused =
        reader.timer.schedule(Duration.ofSeconds(1), () -> Thread.currentThread().interrupt());
    assertThatThrownBy(results::hasNext).isInstanceOf(BatchNotFoundException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static ResultsReader reader() {
    return new ResultsReader().maxLine(LONGEST);
  }

  private static List<String> raw(List<String> results) {
    return results.stream().map(result -> result.substring(result.indexOf(" | "))).toList();
  }

  private static String shuffled(int seed) {
    List<String> lines = new ArrayList<>(LINES);
    Collections.shuffle(lines, new Random(seed));
    return String.join("\n", lines);
  }
}
