package io.batchwright.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.ApiError;
import io.batchwright.ErrorKind;
import io.batchwright.internal.http.ApiCall;
import io.batchwright.internal.http.ErrorParts;
import io.batchwright.internal.http.ErrorReader;
import io.batchwright.internal.http.Failure;
import io.batchwright.testing.ErrorStatusContract;
import java.util.Map;
import okhttp3.Headers;
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

  /** A conflict is retried there, and 529 proves that the request was not accepted. */
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'error','error':{'type':'invalid_request_error','message':'Your credit balance is too low to access the API.'}} | invalid_request_error | credit balance | QUOTA",
        "{'type':'error','error':{'type':'overloaded_error','message':'Overloaded'},'request_id':null} | overloaded_error | Overloaded | UNAVAILABLE",
        "{'type':'error','error':{'type':'invalid_request_error','message':'Could not process image'},'request_id':'req_1'} | invalid_request_error | Could not | INVALID",
        "{'type':'invalid_request_error','message':'flat shape of a gateway'} | invalid_request_error | flat shape | INVALID"
      })
  void theErrorOfAResultLineKeepsItsReason(
      String json, String type, String message, ErrorKind kind) {
    ApiError error = ErrorParts.of(json(json)).toError(null);
    assertThat(error.type()).isEqualTo(type);
    assertThat(error.message()).contains(message);
    assertThat(error.kind()).isEqualTo(kind);
  }

  @Test
  void aSlugOfTheDetailsIsTheCode() {
    String body =
        "{'type':'error','error':{'type':'rate_limit_error','message':'m',"
            + "'details':{'error_code':'enforced_spend_limit_reached'}}}";
    assertThat(errors.read(ApiCall.CREATE, 429, Headers.of(), json(body)).error())
        .returns("enforced_spend_limit_reached", ApiError::code)
        .returns(ErrorKind.QUOTA, ApiError::kind);
    assertThat(meaning(429, null, body))
        .isEqualTo("ProviderException QUOTA retryable not-executed");
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
