package io.batchwright.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.gemini.InlineScanner.Part;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InlineScannerTest {
  private static final String TWICE =
      """
      {
        "name": "batches/b1",
        "metadata": {
          "displayName": "the \\"inlinedResponses\\": [ {",
          "output": {
            "inlinedResponses": {
              "inlinedResponses": [
                { "response": { "text": "a \\\\" }, "metadata": { "key": "k 1" } },
                { "metadata": { "key": "k2" }, "error": { "code": 1 } }
              ]
            }
          }
        },
        "done": true,
        "response": {
          "inlinedResponses": {
            "inlinedResponses": [
              { "response": { "text": "a \\\\" }, "metadata": { "key": "k 1" } },
              { "metadata": { "key": "k2" }, "error": { "code": 1 } }
            ]
          }
        }
      }
      """;

  private static String results(String answer, boolean numbered) throws IOException {
    Part part = numbered ? Part.RESULTS_WITH_POSITIONS : Part.RESULTS;
    return text(new InlineStream(stream(answer), new InlineScanner(part)));
  }

  private static InputStream stream(String answer) {
    return new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Gives a byte at a time. */
  private static InputStream slow(String answer) {
    return new FilterInputStream(stream(answer)) {
      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        return super.read(bytes, from, Math.min(1, length));
      }
    };
  }

  @Test
  void goesOnBehindAResultThatIsDeeperThanAnyReaderFollows() throws IOException {
    String deep = "[".repeat(5000) + "]".repeat(5000);
    String answer =
        "{\"inlinedResponses\":[{\"x\":" + deep + "},{\"x\":1,\"key\":\"k\"}],\"done\":true}";
    assertThat(results(answer, false)).isEqualTo("{\"x\":" + deep + "}\n{\"x\":1,\"key\":\"k\"}\n");
    InlineScanner passed = new InlineScanner(Part.WITHOUT_RESULTS);
    assertThat(text(new InlineStream(stream(answer), passed)))
        .isEqualTo("{\"inlinedResponses\":[],\"done\":true}");
    assertThat(passed.results()).isEqualTo(2);
    assertThat(passed.keyed()).isTrue();
  }

  @Test
  void makesALineOfEachResultOnce() throws IOException {
    String lines =
        """
        {"response":{"text":"a \\\\"},"metadata":{"key":"k 1"}}
        {"metadata":{"key":"k2"},"error":{"code":1}}
        """;

    assertThat(results(TWICE, false)).isEqualTo(lines);
    assertThat(text(new InlineStream(slow(TWICE), new InlineScanner(Part.RESULTS))))
        .isEqualTo(lines);
  }

  @Test
  void leavesTheAnswerWithEmptyLists() throws IOException {
    InlineScanner scanner = new InlineScanner(Part.WITHOUT_RESULTS);
    String list = "{\"inlinedResponses\":{\"inlinedResponses\":[]}}";

    assertThat(text(new InlineStream(slow(TWICE), scanner)))
        .isEqualTo(
            "{\"name\":\"batches/b1\",\"metadata\":{\"displayName\":\"the \\\"inlinedResponses\\\": [ {\","
                + "\"output\":"
                + list
                + "},\"done\":true,\"response\":"
                + list
                + "}");
    assertThat(scanner.results()).isEqualTo(2);
    assertThat(scanner.keyed()).isTrue();
  }

  @Test
  void takesTheSecondListIfTheFirstIsEmpty() throws IOException {
    String answer =
        "{\"metadata\":{\"output\":{\"inlinedResponses\":{\"inlinedResponses\":[]}}},"
            + "\"response\":{\"inlinedResponses\":{\"inlinedResponses\":[{\"key\":\"a\"}]}}}";

    assertThat(results(answer, false)).isEqualTo("{\"key\":\"a\"}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"response\":{\"inlinedResponses\":[{\"key\":\"a\"}]}}",
        "{\"response\":{\"output\":{\"inlinedResponses\":{\"inlinedResponses\":[{\"key\":\"a\"}]}}}}",
        "{\"response\":{\"inlinedResponses\":{\"other\":[1],\"inlinedResponses\":[{\"key\":\"a\"}]}}}"
      })
  void knowsTheListWhereverItStands(String answer) throws IOException {
    assertThat(results(answer, false)).isEqualTo("{\"key\":\"a\"}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"key\":\"a\"}",
        "{\"key\":7}",
        "{\"metadata\":{\"other\":{\"x\":1},\"key\":\"a\"}}",
        "{\"metadata\":{\"custom_id\":\"a\"}}",
        "{\"response\":{\"key\":\"\"},\"metadata\":{\"key\":0}}"
      })
  void seesThatAResultHasAKey(String item) throws IOException {
    InlineScanner scanner = new InlineScanner(Part.WITHOUT_RESULTS);
    String unused =
        text(new InlineStream(stream("{\"inlinedResponses\":[{}," + item + "]}"), scanner));

    assertThat(scanner.keyed()).isTrue();
    assertThat(scanner.results()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"key\":\"\"}",
        "{\"key\":null}",
        "{\"metadata\":{\"key\":{}}}",
        "{\"metadata\":{\"other\":\"key\"}}",
        "{\"response\":{\"key\":\"a\",\"metadata\":{\"key\":\"a\"}}}",
        "\"key\""
      })
  void seesThatAResultHasNone(String item) throws IOException {
    InlineScanner scanner = new InlineScanner(Part.WITHOUT_RESULTS);
    String unused =
        text(new InlineStream(stream("{\"inlinedResponses\":[" + item + "]}"), scanner));

    assertThat(scanner.keyed()).isFalse();
  }

  @Test
  void givesResultsTheirPlace() throws IOException {
    assertThat(results("{\"inlinedResponses\":[ { } , {\"a\":{}}, 5, {\"b\":[{}]} ]}", true))
        .isEqualTo(
            """
            {"batchwright_position":0}
            {"batchwright_position":1,"a":{}}
            5
            {"batchwright_position":3,"b":[{}]}
            """);
  }

  @Test
  void anAnswerThatBreaksOffIsNoEndOfTheResults() {
    String cut = TWICE.substring(0, TWICE.lastIndexOf('}'));

    assertThatThrownBy(() -> results(cut, false)).isInstanceOf(EOFException.class);
  }

  @Test
  void bearsMoreEndsThanBeginnings() throws IOException {
    assertThat(results("{}]]}}[{\"inlinedResponses\":[1]", false)).isEqualTo("1\n");
  }

  @Test
  void bearsADepthThatNoLineHas() throws IOException {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    assertThat(results("{\"inlinedResponses\":[{\"a\":" + deep + "}]}", false))
        .isEqualTo("{\"a\":" + deep + "}\n");
  }
}
