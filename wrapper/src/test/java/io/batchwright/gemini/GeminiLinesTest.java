package io.batchwright.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchResult;
import io.batchwright.ErrorKind;
import io.batchwright.Usage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeminiLinesTest {
  private final GeminiLines lines = new GeminiLines(null);

  private BatchResult decode(String line) {
    return lines.decode(line.getBytes(StandardCharsets.UTF_8), 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"key\":\"a b\",\"response\":{\"x\":1}}",
        "{\"response\":{\"x\":1},\"key\":\"a b\"}",
        "{\"response\":{\"x\":1},\"metadata\":{\"key\":\"a b\",\"other\":[1]}}",
        "{\"metadata\":{\"custom_id\":\"a b\"},\"response\":{\"x\":1},\"error\":null}"
      })
  void aResponseWithoutAnErrorIsASuccess(String line) {
    assertThat(decode(line))
        .isInstanceOfSatisfying(
            BatchResult.Succeeded.class, ok -> assertThat(ok.customId()).isEqualTo("a b"));
  }

  @Test
  void joinsThePartsOfTheFirstCandidateButItsThoughts() {
    String response =
        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"hm\",\"thought\":true},"
            + "{\"text\":\"Hal\"},{\"functionCall\":{}},{\"text\":\"lo\"}]}},"
            + "{\"content\":{\"parts\":[{\"text\":\"other\"}]}}],"
            + "\"usageMetadata\":{\"promptTokenCount\":9,\"toolUsePromptTokenCount\":1,"
            + "\"cachedContentTokenCount\":4,\"candidatesTokenCount\":2,\"thoughtsTokenCount\":30}}";

    BatchResult.Succeeded ok =
        (BatchResult.Succeeded) decode("{\"key\":\"a\",\"response\":" + response + "}");
    assertThat(ok.text()).isEqualTo("Hal\n\nlo");
    assertThat(ok.usage())
        .isEqualTo(Usage.builder().input(10).output(32).cacheRead(4).reasoning(30L).build());
    assertThat(ok.json().has("candidates")).isTrue();
  }

  @Test
  void aBlockedPromptIsAnError() {
    BatchResult result =
        decode("{\"key\":\"a\",\"response\":{\"promptFeedback\":{\"blockReason\":\"OTHER\"}}}");

    assertThat(result.error()).isNotNull();
    assertThat(result.error().kind()).isEqualTo(ErrorKind.FILTERED);
    assertThat(result.error().code()).isEqualTo("OTHER");
  }

  @ParameterizedTest
  @CsvSource({
    "3, INVALID_ARGUMENT, false",
    "4, DEADLINE_EXCEEDED, true",
    "8, RESOURCE_EXHAUSTED, true",
    "13, INTERNAL, true",
    "14, UNAVAILABLE, true",
    "16, UNAUTHENTICATED, false"
  })
  void aCodeIsOneOfGoogleRpcAndNotOfHttp(String code, String type, boolean retryable) {
    assertThat(decode("{\"key\":\"a\",\"error\":{\"code\":" + code + ",\"message\":\"No.\"}}"))
        .isInstanceOfSatisfying(
            BatchResult.Errored.class,
            failed -> {
              assertThat(failed.error().type()).isEqualTo(type);
              assertThat(failed.error().code()).isEqualTo(code);
              assertThat(failed.error().message()).isEqualTo("No.");
              assertThat(failed.error().retryable()).isEqualTo(retryable);
              assertThat(failed.json().get("message").getAsString()).isEqualTo("No.");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"error", "status"})
  void anErrorMayHaveNothingButACodeAndAnotherName(String member) {
    assertThat(decode("{\"key\":\"a\",\"" + member + "\":{\"code\":13}}"))
        .isInstanceOfSatisfying(
            BatchResult.Errored.class,
            failed -> assertThat(failed.error().type()).isEqualTo("INTERNAL"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"code\":0}", "\"SUCCEEDED\"", "{\"code\":3}"})
  void aStatusNextToAResponseIsNotAnError(String status) {
    assertThat(decode("{\"key\":\"a\",\"response\":{\"x\":1},\"status\":" + status + "}"))
        .isInstanceOf(BatchResult.Succeeded.class);
  }

  @Test
  void anErrorWithANumberOfHttpIsKnownByItsName() {
    String error = "{\"code\":429,\"status\":\"RESOURCE_EXHAUSTED\"}";
    assertThat(decode("{\"key\":\"a\",\"error\":" + error + "}"))
        .isInstanceOfSatisfying(
            BatchResult.Errored.class,
            failed -> {
              assertThat(failed.error().type()).isEqualTo("RESOURCE_EXHAUSTED");
              assertThat(failed.error().retryable()).isTrue();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"error", "status"})
  void codeOneIsACancelledRequest(String member) {
    assertThat(decode("{\"metadata\":{\"key\":\"a\"},\"" + member + "\":{\"code\":1}}"))
        .isInstanceOf(BatchResult.Cancelled.class);
  }

  @Test
  void anErrorNextToAResponseIsAnError() {
    assertThat(decode("{\"key\":\"a\",\"response\":{\"x\":1},\"error\":{\"code\":3}}"))
        .isInstanceOf(BatchResult.Errored.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"key\":\"a\"} | neither a response nor an error",
        "{\"key\":\"a\",\"response\":5} | neither a response nor an error",
        "[] | not a JSON object"
      })
  void aLineWithoutContentIsUnreadable(String line, String problem) {
    assertThat(decode(line))
        .isInstanceOfSatisfying(
            BatchResult.Unreadable.class,
            bad -> {
              assertThat(bad.error().message()).isEqualTo(problem);
              assertThat(bad.lineNumber()).isEqualTo(4);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"batchwright_position\":7,\"response\":{\"x\":1}} | 7",
        "{\"response\":{\"x\":1}} | 3",
        "{\"key\":\"\",\"response\":{\"x\":1}} | 3"
      })
  void aResultWithoutAKeyHasItsPositionAndNoId(String line, long position) {
    assertThat(decode(line).position()).isEqualTo(position);
    assertThat(decode(line).customId()).isNull();
  }

  @Test
  void theCallerCanNameTheMemberWithTheId() {
    String line = "{\"metadata\":{\"request_id\":\"mine\"},\"response\":{\"x\":1}}";
    BatchResult result =
        new GeminiLines("metadata.request_id").decode(line.getBytes(StandardCharsets.UTF_8), 1);
    assertThat(result.customId()).isEqualTo("mine");
    assertThat(result.position()).isNull();
    assertThat(result.bytes()).asString(StandardCharsets.UTF_8).isEqualTo(line);
  }
}
