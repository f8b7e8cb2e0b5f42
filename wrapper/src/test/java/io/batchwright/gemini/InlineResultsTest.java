package io.batchwright.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.gemini.InlineResults.Part;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InlineResultsTest {
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

  private static String results(String response) throws IOException {
    return text(new InlineResults(Part.RESULTS, 0).of(stream(response)));
  }

  private static InputStream stream(String response) {
    return new ByteArrayInputStream(response.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Returns a stream that delivers a byte at a time. */
  private static InputStream slow(String response) {
    return new FilterInputStream(stream(response)) {
      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        return super.read(bytes, from, Math.min(1, length));
      }
    };
  }

  @Test
  void findsTheResultsAfterOneThatIsDeeperThanAnyReaderFollows() throws IOException {
    String deep = "[".repeat(5000) + "]".repeat(5000);
    String response =
        "{\"inlinedResponses\":[{\"x\":" + deep + "},{\"x\":1,\"key\":\"k\"}],\"done\":true}";
    assertThat(results(response)).isEqualTo("{\"x\":" + deep + "}\n{\"x\":1,\"key\":\"k\"}\n");
    InlineResults rest = new InlineResults(Part.REST, 0);
    assertThat(text(rest.of(stream(response))))
        .isEqualTo("{\"inlinedResponses\":[],\"done\":true}");
    assertThat(rest.count()).isEqualTo(2);
    assertThat(rest.keyed()).isTrue();
  }

  @Test
  void writesALineForEachResultOnce() throws IOException {
    String lines =
        """
        {"response":{"text":"a \\\\"},"metadata":{"key":"k 1"}}
        {"metadata":{"key":"k2"},"error":{"code":1}}
        """;

    assertThat(results(TWICE)).isEqualTo(lines);
    assertThat(text(new InlineResults(Part.RESULTS, 0).of(slow(TWICE)))).isEqualTo(lines);
  }

  @Test
  void leavesEmptyArraysInTheRest() throws IOException {
    InlineResults rest = new InlineResults(Part.REST, 0);
    String list = "{\"inlinedResponses\":{\"inlinedResponses\":[]}}";

    assertThat(text(rest.of(slow(TWICE))))
        .isEqualTo(
            "{\"name\":\"batches/b1\",\"metadata\":{\"displayName\":\"the \\\"inlinedResponses\\\": [ {\","
                + "\"output\":"
                + list
                + "},\"done\":true,\"response\":"
                + list
                + "}");
    assertThat(rest.count()).isEqualTo(2);
    assertThat(rest.keyed()).isTrue();
  }

  @Test
  void readsTheSecondArrayIfTheFirstIsEmpty() throws IOException {
    String response =
        "{\"metadata\":{\"output\":{\"inlinedResponses\":{\"inlinedResponses\":[]}}},"
            + "\"response\":{\"inlinedResponses\":{\"inlinedResponses\":[{\"key\":\"a\"}]}}}";

    assertThat(results(response)).isEqualTo("{\"key\":\"a\"}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"response\":{\"inlinedResponses\":[{\"key\":\"a\"}]}}",
        "{\"response\":{\"output\":{\"inlinedResponses\":{\"inlinedResponses\":[{\"key\":\"a\"}]}}}}",
        "{\"response\":{\"inlinedResponses\":{\"other\":[1],\"inlinedResponses\":[{\"key\":\"a\"}]}}}"
      })
  void findsTheArrayAtAnyDepth(String response) throws IOException {
    assertThat(results(response)).isEqualTo("{\"key\":\"a\"}\n");
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
  void findsTheKeyOfAResult(String item) throws IOException {
    InlineResults rest = new InlineResults(Part.REST, 0);
    String unused = text(rest.of(stream("{\"inlinedResponses\":[{}," + item + "]}")));

    assertThat(rest.keyed()).isTrue();
    assertThat(rest.count()).isEqualTo(2);
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
  void findsNoKeyElsewhere(String item) throws IOException {
    InlineResults rest = new InlineResults(Part.REST, 0);
    String unused = text(rest.of(stream("{\"inlinedResponses\":[" + item + "]}")));

    assertThat(rest.keyed()).isFalse();
  }

  @Test
  void writesThePositionsOfResults() throws IOException {
    String response = "{\"inlinedResponses\":[ { } , {\"a\":{}}, 5, {\"b\":[{}]} ]}";

    assertThat(text(new InlineResults(Part.RESULTS_WITH_POSITIONS, 0).of(stream(response))))
        .isEqualTo(
            """
            {"batchwright_position":0}
            {"batchwright_position":1,"a":{}}
            5
            {"batchwright_position":3,"b":[{}]}
            """);
  }

  @Test
  void aTruncatedResponseIsNotTheEndOfTheResults() {
    String cut = TWICE.substring(0, TWICE.lastIndexOf('}'));

    assertThatThrownBy(() -> results(cut)).isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> text(new InlineResults(Part.RESULTS, 3).of(stream(TWICE))))
        .isInstanceOf(EOFException.class);
  }

  @Test
  void aTruncatedResponseIsAnEndOfTheRest() throws IOException {
    assertThat(text(new InlineResults(Part.REST, 0).of(slow("{\"a\":\"b\\"))))
        .isEqualTo("{\"a\":\"b\\");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1.0E+2,\"b\":12345678901234567890,\"a\":-0}",
        "{\"a\":\"\\u00e9 \\uD83D \\/ é \u2028\",\"inlinedResponses\":[{}]}",
        "{\"a\":tru,]",
        "[{\"key\":\"a\"}]",
        "\"key\"",
        "-1"
      })
  void keepsTheBytesOfAResult(String item) throws IOException {
    String response = "{\"inlinedResponses\":[" + item + ",{\"key\":\"last\"}]}";

    assertThat(results(response)).isEqualTo(item + "\n{\"key\":\"last\"}\n");
  }

  @Test
  void keepsBytesThatAreNotUtf8() throws IOException {
    byte[] item = "{\"key\":\"\u00ff\u00c3\"}\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] response =
        ("{\"inlinedResponses\":[" + new String(item, StandardCharsets.ISO_8859_1) + "]}")
            .getBytes(StandardCharsets.ISO_8859_1);

    InputStream lines = new InlineResults(Part.RESULTS, 0).of(new ByteArrayInputStream(response));
    assertThat(lines.readAllBytes()).isEqualTo(item);
  }

  @Test
  void readsStringsOfAnyLength() throws IOException {
    String item = "{\"key\":\"" + "x\\\"\\\\".repeat(10_000) + "\"}";
    String response = "{\"inlinedResponses\":[" + item + "]}";

    assertThat(results(response)).isEqualTo(item + "\n");
    assertThat(text(new InlineResults(Part.RESULTS, 1).of(slow(response)))).isEqualTo(item + "\n");
    assertThat(text(new InlineResults(Part.REST, 0).of(slow(response))))
        .isEqualTo("{\"inlinedResponses\":[]}");
  }

  @Test
  void toleratesMoreClosingThanOpeningBrackets() throws IOException {
    assertThat(results("{}]]}}[{\"inlinedResponses\":[1]")).isEqualTo("1\n");
  }

  @Test
  void toleratesADepthThatNoLineHas() throws IOException {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    assertThat(results("{\"inlinedResponses\":[{\"a\":" + deep + "}]}"))
        .isEqualTo("{\"a\":" + deep + "}\n");
  }
}
