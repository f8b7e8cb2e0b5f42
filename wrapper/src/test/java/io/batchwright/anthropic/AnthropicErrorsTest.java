package io.batchwright.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.ApiError;
import io.batchwright.ErrorKind;
import io.batchwright.internal.http.ErrorReader;
import io.batchwright.internal.http.Failure;
import io.batchwright.testing.ErrorStatusContract;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnthropicErrorsTest extends ErrorStatusContract {
  private final AnthropicErrors errors = new AnthropicErrors();

  @Override
  protected ErrorReader reader() {
    return errors;
  }

  @Override
  protected String body(int status) {
    String type =
        switch (status) {
          case 401 -> "authentication_error";
          case 403 -> "permission_error";
          case 404 -> "not_found_error";
          case 413 -> "request_too_large";
          case 429 -> "rate_limit_error";
          case 529 -> "overloaded_error";
          default -> status < 500 ? "invalid_request_error" : "api_error";
        };
    return "{'type':'error','error':{'type':'" + type + "','message':'m'},'request_id':'r'}";
  }

  /** A conflict passes there, and 529 proves that the request was not accepted. */
  @Override
  protected Map<String, String> differences() {
    String conflict = "InvalidRequestException CONFLICT retryable not-executed";
    return Map.of(
        "409",
        conflict,
        "409 retry-after: 77",
        conflict + " PT1M17S",
        "409 retry-after-ms: 88000.5",
        conflict + " PT1M28.001S",
        "529",
        "ProviderUnavailableException UNAVAILABLE retryable not-executed");
  }

  @Test
  void aSuccessThatIsAnErrorMeansThatTheServerFailed() {
    assertThat(errors.isError(json("{'type':'error','error':{'type':'x'}}"))).isTrue();
    assertThat(meaning(200, null, "{'type':'error','error':{'type':'invalid_request_error'}}"))
        .isEqualTo("ProviderUnavailableException UNAVAILABLE retryable maybe-executed");
  }

  @Test
  void whatIsNoErrorIsNone() {
    assertThat(errors.isError(json("{'type':'message_batch','id':'b'}"))).isFalse();
    assertThat(errors.isError(json("{'type':'error','custom_id':'a'}"))).isFalse();
    assertThat(errors.isError(json("{}"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "authentication_error, AUTHENTICATION, false",
    "permission_error, PERMISSION, false",
    "not_found_error, NOT_FOUND, false",
    "invalid_request_error, INVALID, false",
    "request_too_large, INVALID, false",
    "billing_error, QUOTA, true",
    "rate_limit_error, RATE_LIMITED, true",
    "api_error, UNAVAILABLE, true",
    "timeout_error, UNAVAILABLE, true",
    "overloaded_error, UNAVAILABLE, true",
    "something_new, INVALID, false",
    ", INVALID, false"
  })
  void theTypeOfAResultLineHasTheMeaningOfItsStatus(
      @Nullable String type, ErrorKind kind, boolean retryable) {
    ApiError error = Failure.reported(null, type, null, null, null);
    assertThat(error.kind()).isEqualTo(kind);
    assertThat(error.retryable()).isEqualTo(retryable);
  }
}
