package io.batchwright.internal.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.internal.requests.RequestFormat.LineKind;
import io.batchwright.internal.requests.RequestLine.Slice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestParserTest {
  private static final List<LineKind> KINDS =
      List.of(RequestFormat.OWN, new LineKind("key", "request", Map.of("note", "x")));

  private final RequestParser parser = new RequestParser(KINDS, BodyRules.NONE);

  private RequestLine line(String text) {
    return parser.ofLine(3, Slice.of(text));
  }

  private RequestLine body(String text) {
    return parser.ofBody(3, "id-1", text);
  }

  private static @Nullable String problem(RequestLine line) {
    return line.findings().isEmpty() ? null : line.findings().get(0).message();
  }

  private static String text(Slice slice) {
    return new String(slice.bytes(), slice.offset(), slice.length(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"custom_id\":\"a\",\"body\":{\"x\": [1, {\"y\":\"}\"}]}}",
        "{\"body\":{\"x\": [1, {\"y\":\"}\"}]},\"custom_id\":\"a\"}",
        " { \"custom_id\" : \"a\" ,\t\"body\" :  {\"x\": [1, {\"y\":\"}\"}]} } ",
        "{\"key\":\"a\",\"note\":\"x\",\"request\":{\"x\": [1, {\"y\":\"}\"}]}}",
        "{\"custom\\u005fid\":\"\\u0061\",\"b\\u006fdy\":{\"x\": [1, {\"y\":\"}\"}]}}"
      })
  void everyKindOfLineYieldsItsIdAndTheBytesOfItsBody(String text) {
    RequestLine line = line(text);

    assertThat(problem(line)).isNull();
    assertThat(line.number()).isEqualTo(3);
    assertThat(line.customId()).isEqualTo("a");
    assertThat(text(line.body())).isEqualTo("{\"x\": [1, {\"y\":\"}\"}]}");
  }

  @Test
  void anUnpairedSurrogateIsAProblemRatherThanAQuestionMark() {
    RequestLine line = parser.ofBody(3, "id-1", "{\"text\":\"\ud83d\"}");
    assertThat(problem(line)).startsWith("Unpaired surrogate in the body; was a string truncated");
  }

  @Test
  void theBodyStaysAsItWasWritten() {
    String body =
        "{\"a\":1.50e+2,\"b\":\"\\u00e9 é \\/ 🎉\",  \"c\":12345678901234567890,\"a\":null}";

    assertThat(text(line("{\"custom_id\":\"a\",\"body\":" + body + "}").body())).isEqualTo(body);
    assertThat(text(body(body).body())).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"model\":\"m\"} | m",
        "{\"x\":{\"model\":\"no\"}} | ",
        "{\"model\":7} | ",
        "{} | ",
        "{\"messages\":[{\"model\":\"no\"}],\"model\":\"m\"} | m"
      })
  void theModelIsThatOfTheBody(String body, String model) {
    assertThat(body(body).model()).isEqualTo(model);
    assertThat(line("{\"custom_id\":\"a\",\"body\":" + body + "}").model()).isEqualTo(model);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | A line must be one JSON object",
        "\"MARKER\" | A line must be one JSON object",
        "{} | A line must be {\"custom_id\":…,\"body\":{…}} or {\"key\":…,\"request\":{…}}",
        "{\"custom_id\":\"a\"} | A line must be",
        "{\"custom_id\":\"a\",\"request\":{}} | A line must be",
        "{\"body\":{}} | A line must be",
        "{\"custom_id\":7,\"body\":{}} | \"custom_id\" must be a string",
        "{\"custom_id\":null,\"body\":{}} | \"custom_id\" must be a string",
        "{\"custom_id\":\"a\",\"body\":[\"MARKER\"]} | \"body\" must be a JSON object",
        "{\"custom_id\":\"a\",\"body\":\"{}\"} | \"body\" must be a JSON object",
        "{\"custom_id\":\"a\",\"body\":{},\"custom_id\":\"b\"} | Duplicate member \"custom_id\"",
        "{\"custom_id\":\"a\",\"body\":{},\"body\":{}} | Duplicate member \"body\"",
        "{\"custom_id\":\"a\",\"body\":{},\"x\":1,\"x\":2} | Duplicate member \"x\"",
        "{\"custom_id\":\"a\",\"body\":{},\"modle\":\"MARKER\"} | Unknown member \"modle\"; remove"
            + " it",
        "{\"custom_id\":\"a\",\"body\":{},\"note\":1} | Unknown member \"note\"; remove it",
        "{\"key\":\"a\",\"request\":{},\"note\":\"MARKER\"} | \"note\" must be \"x\"",
        "{\"key\":\"a\",\"request\":{},\"note\":1} | \"note\" must be \"x\"",
        "{\"custom_id\":\"a\",\"body\":{}} {} | Not strict JSON",
        "{\"custom_id\":\"a\",\"body\":{}}MARKER | Not strict JSON",
        "{\"custom_id\":\"a\",\"body\":{} | ends too early",
        "{\"custom_id\":\"a\",\"body\":{\"x\":MARKER}} | Not strict JSON: malformed JSON at column",
        "{'custom_id':\"a\",\"body\":{}} | Not strict JSON",
        "{\"custom_id\":\"a\",\"body\":{\"x\":\"\\q\"}} | Not strict JSON",
        "{\"custom_id\":\"a\",\"body\":{\"x\":01}} | Not strict JSON",
        "{\"custom_id\":\"a\",\"body\":{\"x\":NaN}} | Not strict JSON",
        "{\"custom_id\":\"a\",\"body\":{\"x\":True}} | Not strict JSON",
        "{\"custom_id\":\"a\",\"body\":{\"x\":[1,]}} | Not strict JSON",
        "{\"custom_id\":\"a\",\"body\":{\"x\":1;\"y\":2}} | Not strict JSON",
        "{\"custom_id\":\"a\",\"body\":{\"x\"=1}} | Not strict JSON",
        "{\"custom_id\":\"a\",/*MARKER*/\"body\":{}} | Not strict JSON",
        "{\"custom_id\":\"a\",\"body\":{}}#MARKER | Not strict JSON"
      })
  void whatIsNotStrictOrNotOfTheShapeIsNamedWithoutContent(String text, String problem) {
    RequestLine line = line(text);

    assertThat(problem(line)).contains(problem).doesNotContain("MARKER");
    assertThat(line.body().length()).isZero();
  }

  @Test
  void aBodyThatRequestsAStreamIsRefusedAnywhere() {
    String body = "{\"model\":\"m\",\"stream\":true}";

    assertThat(problem(line("{\"custom_id\":\"a\",\"body\":" + body + "}"))).contains("stream");
    assertThat(problem(parser.ofBody(1, "a", body))).contains("stream");
    assertThat(problem(parser.ofBody(1, "a", body.replace("true", "false")))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", "\u0000", "\u001f", "\r"})
  void aBareControlCharacterInAStringIsNotStrictAnywhere(String control) {
    for (String body :
        new String[] {
          "{\"x\":\"" + control + "\"}",
          "{\"model\":\"" + control + "\"}",
          "{\"x\":[{\"y\":\"" + control + "\"}]}",
          "{\"x" + control + "\":1}"
        }) {
      assertThat(problem(body(body))).as(body).contains("Not strict JSON");
      assertThat(problem(line("{\"custom_id\":\"a\",\"body\":" + body + "}")))
          .as(body)
          .contains("Not strict JSON");
    }
  }

  @Test
  void whatIsNotUtf8IsRefused() {
    byte[] latin =
        "{\"custom_id\":\"a\",\"body\":{\"x\":\"é\"}}".getBytes(StandardCharsets.ISO_8859_1);
    byte[] lone = "{\"custom_id\":\"a\",\"body\":{\"x\":\"?\"}}".getBytes(StandardCharsets.UTF_8);
    lone[lone.length - 4] = (byte) 0xed;

    for (byte[] bytes : new byte[][] {latin, lone}) {
      assertThat(problem(parser.ofLine(1, Slice.of(bytes))))
          .isEqualTo("Not UTF-8; save the file as UTF-8");
    }
    assertThat(problem(line("{\"custom_id\":\"a\",\"body\":{}}"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "[]", "null", "7", "\"MARKER\"", "{} {}", "{}MARKER", "{", "\ufeff{}"})
  void aBodyThatIsNotOneStrictObjectIsRefused(String text) {
    RequestLine line = body(text);

    assertThat(problem(line)).isNotNull().doesNotContain("MARKER");
    assertThat(line.customId()).isEqualTo("id-1");
  }

  @Test
  void aByteOrderMarkBeforeALineIsNoPartOfIt() {
    RequestLine line = line("\ufeff{\"custom_id\":\"a\",\"body\":{\"x\":1}}");

    assertThat(problem(line)).isNull();
    assertThat(text(line.body())).isEqualTo("{\"x\":1}");
  }

  @Test
  void aLineMayBeAtAnyOffsetOfItsArray() {
    byte[] bytes =
        "garbage{\"custom_id\":\"a\",\"body\":{\"x\":1}}garbage".getBytes(StandardCharsets.UTF_8);
    RequestLine line = parser.ofLine(1, new Slice(bytes, 7, bytes.length - 14));

    assertThat(problem(line)).isNull();
    assertThat(text(line.body())).isEqualTo("{\"x\":1}");
  }

  @Test
  void aNameWithUnusualCharactersIsNotShown() {
    for (String name : List.of("n".repeat(500), "what the user wrote")) {
      String problem = problem(line("{\"custom_id\":\"a\",\"body\":{},\"" + name + "\":1}"));

      assertThat(problem).startsWith("Unknown member; remove it").doesNotContain(name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"x\":\"\\ud83d\"}",
        "{\"x\":\"a\\uDC00b\"}",
        "{\"x\":[{\"y\":\"\\ud83d\\ud83d\\ude00\"}]}",
        "{\"x\":\"\\ud83d \\ude00\"}",
        "{\"x\":\"\\\\\\ud83d\"}",
        "{\"\\ud83d\":1}"
      })
  void halfASurrogateThatIsWrittenAsAnEscapeIsRefused(String body) {
    assertThat(problem(body(body))).startsWith("Unpaired surrogate in the body");
    assertThat(problem(line("{\"custom_id\":\"a\",\"body\":" + body + "}")))
        .startsWith("Unpaired surrogate in the body");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"x\":\"\\ud83d\\ude00\"}",
        "{\"x\":\"\\\\ud83d\"}",
        "{\"x\":\"\\u00e9\\n\\\"\"}",
        "{\"x\":\"\\\\\\ud83d\\udE00\"}"
      })
  void wholeCharactersInEscapesAndBackslashesAreFine(String body) {
    assertThat(problem(body(body))).isNull();
  }

  @Test
  void allThatIsWrongWithALineIsReported() {
    RequestLine line =
        line("{\"custom_id\":7,\"body\":{\"stream\":true,\"x\":\"\\ud83d\"},\"one\":1,\"two\":2}");

    assertThat(line.findings())
        .extracting(finding -> finding.message().split("[;,]", 2)[0])
        .containsExactly(
            "\"custom_id\" must be a string",
            "Unknown member \"one\"",
            "Unknown member \"two\"",
            "A batch cannot stream",
            "Unpaired surrogate in the body");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"custom_id\":\"a\",\"params\":{}} | The line is in the form of Anthropic; write it as"
            + " {\"custom_id\"",
        "{\"custom_id\":\"a\",\"method\":\"POST\",\"url\":\"/u\",\"body\":{}} | form of OpenAI",
        "{\"recordId\":\"a\",\"modelInput\":{}} | form of Amazon Bedrock",
        "{\"custom_id\":\"a\",\"result\":{}} | is a result, not a request",
        "{\"custom_id\":\"a\",\"response\":{},\"error\":null} | is a result, not a request",
        "{\"key\":\"a\",\"response\":{}} | is a result, not a request",
        "{\"model\":\"m\",\"messages\":[]} | a body without a custom id"
      })
  void aLineOfAnotherFormIsNamed(String text, String problem) {
    assertThat(line(text).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains(problem));
  }
}
