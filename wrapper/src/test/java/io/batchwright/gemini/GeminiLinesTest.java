package io.batchwright.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.ApiError;
import io.batchwright.BatchResult;
import io.batchwright.Usage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeminiLinesTest {
  private final GeminiLines lines = new GeminiLines();

  private BatchResult decode(String line) {
    return lines.decode(line.getBytes(StandardCharsets.UTF_8), 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"key\":\"a b\",\"response\":{}}",
        "{\"response\":{},\"key\":\"a b\"}",
        "{\"response\":{},\"metadata\":{\"key\":\"a b\",\"other\":[1]}}",
        "{\"metadata\":{\"custom_id\":\"a b\"},\"response\":{},\"error\":null}"
      })
  void aResponseWithoutAnErrorIsASuccess(String line) {
    assertThat(decode(line))
        .isInstanceOfSatisfying(
            BatchResult.Succeeded.class, ok -> assertThat(ok.customId()).isEqualTo("a b"));
    assertThat(lines.idsArePositions()).isFalse();
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
    assertThat(ok.body().text()).isEqualTo("Hallo");
    assertThat(ok.body().usage()).isEqualTo(new Usage(10, 32, 4, 0));
    assertThat(ok.body().json().has("candidates")).isTrue();
  }

  @Test
  void aBlockedPromptIsAnAnswerWithoutText() {
    BatchResult.Succeeded ok =
        (BatchResult.Succeeded)
            decode("{\"key\":\"a\",\"response\":{\"promptFeedback\":{\"blockReason\":\"OTHER\"}}}");

    assertThat(ok.body().text()).isEmpty();
    assertThat(ok.body().usage()).isNull();
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
              assertThat(failed.error())
                  .returns(type, ApiError::type)
                  .returns(code, ApiError::code)
                  .returns("No.", ApiError::message)
                  .returns(retryable, ApiError::retryable);
              assertThat(failed.body().json().get("message").getAsString()).isEqualTo("No.");
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
  void aStatusBesideAResponseIsNoError(String status) {
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
  void anErrorBesideAResponseIsAnError() {
    assertThat(decode("{\"key\":\"a\",\"response\":{\"x\":1},\"error\":{\"code\":3}}"))
        .isInstanceOf(BatchResult.Errored.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"response\":{}} | no key",
        "{\"key\":\"\",\"response\":{}} | no key",
        "{\"key\":\"a\"} | neither a response nor an error",
        "{\"key\":\"a\",\"response\":5} | neither a response nor an error",
        "{\"key\":\"a\",\"response\":{\"error\":{\"code\":400}}} | an error in response",
        "[] | not a JSON object"
      })
  void whatSaysNothingIsUnreadable(String line, String problem) {
    assertThat(decode(line))
        .isInstanceOfSatisfying(
            BatchResult.Unreadable.class,
            bad -> {
              assertThat(bad.problem()).isEqualTo(problem);
              assertThat(bad.line()).isEqualTo(4);
            });
  }

  @Test
  void aPlaceInsteadOfAKeyIsFlagged() {
    assertThat(decode("{\"batchwright_position\":7,\"response\":{}}").customId()).isEqualTo("7");
    assertThat(lines.idsArePositions()).isTrue();
  }
}
