package io.batchwright.internal.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvelopeReaderTest {
  private static final EnvelopeReader READER =
      EnvelopeReader.of(null, List.of(), "id", "result.type", "result.body");

  @Test
  void readsTextsAndObjectsByTheirPath() {
    Envelope envelope =
        read(
            "{\"x\":[{\"id\":\"no\"}],\"result\":{\"type\":\"t\\u00e9\",\"body\":{\"id\":\"no\"}},\"id\":\"1\"}");
    assertThat(envelope.problem()).isNull();
    assertThat(envelope.text("id")).isEqualTo("1");
    assertThat(envelope.text("result.type")).isEqualTo("té");
    assertThat(envelope.isObject("result.body")).isTrue();
    assertThat(envelope.isObject("result")).isTrue();
    assertThat(envelope.isObject("id")).isFalse();
    assertThat(envelope.text("result")).isNull();
    assertThatThrownBy(() -> envelope.text("never asked for"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void treatsOtherTypesAsAbsent() {
    Envelope envelope = read("{\"id\":7,\"result\":{\"type\":null,\"body\":[]}}");
    assertThat(envelope.problem()).isNull();
    assertThat(envelope.text("id")).isNull();
    assertThat(envelope.text("result.type")).isNull();
    assertThat(envelope.isObject("result.body")).isFalse();
    assertThat(read("{\"id\":\"\"}").text("id")).isNull();
    assertThat(read("{\"result\":\"text\"}").text("result.type")).isNull();
  }

  @Test
  void letsTheLastOfTwoMembersCount() {
    Envelope envelope =
        read(
            "{\"id\":\"1\",\"result\":{\"type\":\"t\",\"body\":{}},\"result\":{\"body\":1},\"id\":\"2\"}");
    assertThat(envelope.text("id")).isEqualTo("2");
    assertThat(envelope.text("result.type")).isNull();
    assertThat(envelope.isObject("result.body")).isFalse();
    assertThat(envelope.isObject("result")).isTrue();
  }

  @Test
  void checksTheWholeLineStrictly() {
    for (String line :
        List.of(
            "{\"id\":\"1\"}{\"id\":\"2\"}",
            "{\"id\":\"1\"} 1",
            "{\"id\":\"1\",}",
            "{\"id\":\"1\",\"x\":[1,]}",
            "{\"id\":\"1\",\"x\":[1 2]}",
            "{\"id\":\"1\",\"x\":'y'}",
            "{\"id\":\"1\",x:1}",
            "{\"id\":\"1\",\"x\":y}",
            "{\"id\":\"1\",\"x\":01}",
            "{\"id\":\"1\",\"x\":1.}",
            "{\"id\":\"1\",\"x\":NaN}",
            "{\"id\":\"1\",\"x\":True}",
            "{\"id\":\"1\",\"x\":\"\\x\"}",
            "{\"id\":\"1\",\"x\":\"\\u00g0\"}",
            "{\"id\":\"1\",\"x\":\"a tab\there\"}",
            "{\"id\":\"1\",\"x\":[{\"a tab\there\":1}]}",
            "{\"id\":\"1\",\"x\":\"open",
            "{\"id\":\"1\",\"x\":{",
            "{\"id\":\"1\",\"x\":1 // a comment\n}",
            "{\"id\":\"1\"/* a comment */}",
            "{\"id\":\"1\";\"x\":1}",
            "{\"id\":\"1\",\"x\"=1}",
            "{\"id\":\"1\",\"x\":" + "[".repeat(255) + "]".repeat(255) + "}")) {
      Envelope envelope = read(line);
      assertThat(envelope.problem())
          .as(line)
          .matches(
              "((malformed JSON|NaN, which is not JSON,) at column \\d+|the JSON ends too early"
                  + "|more than one JSON value)");
      assertThat(envelope.text("id")).as(line).isEqualTo("1");
    }
  }

  @Test
  void refusesWhatIsNoObject() {
    assertThat(read("[]").problem()).isEqualTo("not a JSON object");
    assertThat(read("\"text\"").problem()).isEqualTo("not a JSON object");
    assertThat(read("").problem()).isEqualTo("the JSON ends too early");
  }

  @Test
  void acceptsWhatTheGrammarAllows() {
    for (String line :
        List.of(
            " { \"id\" :\t\"1\" , \"x\" : [ -0.5e+10, true, null, {} ] } \r",
            "{\"id\":\"1\",\"x\":\"\u2028\u0085 \u007f \\ud800 \\u0000 \\/ \\\"\"}",
            "{\"id\":\"1\",\"x\":1e999,\"y\":" + "9".repeat(500) + "}",
            "{\"id\":\"1\",\"x\":" + "[".repeat(254) + "]".repeat(254) + "}")) {
      Envelope envelope = read(line);
      assertThat(envelope.problem()).as(line).isNull();
      assertThat(envelope.text("id")).as(line).isEqualTo("1");
    }
  }

  @Test
  void replacesBytesThatAreNoText() {
    byte[] line = "{\"id\":\"a?b\",\"x\":\"?\"}".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < line.length; i++) {
      if (line[i] == '?') {
        line[i] = (byte) 0xC3;
      }
    }
    Envelope envelope = READER.read(line);
    assertThat(envelope.problem()).isNull();
    assertThat(envelope.text("id")).isEqualTo("a\ufffdb");
  }

  @Test
  void aNumberThatRunsIntoSomethingElseIsNone() {
    for (String line :
        List.of("{\"id\":12x}", "{\"id\":12\u00e9", "{\"id\":12\"", "{\"id\":1.5.5}")) {
      Envelope envelope = read(line);
      assertThat(envelope.problem()).as(line).startsWith("malformed JSON at column");
      assertThat(envelope.word("id")).as(line).isNull();
    }
    assertThat(read("{\"id\":12").word("id")).isEqualTo("12");
    assertThat(read("{\"id\":12 x").word("id")).isEqualTo("12");
  }

  private static Envelope read(String line) {
    return READER.read(line.getBytes(StandardCharsets.UTF_8));
  }
}
