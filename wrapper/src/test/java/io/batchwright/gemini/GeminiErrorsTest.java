package io.batchwright.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.batchwright.ApiError;
import io.batchwright.ErrorKind;
import io.batchwright.RateLimitedException;
import io.batchwright.internal.http.ApiCall;
import io.batchwright.internal.http.ErrorReader;
import io.batchwright.testing.ErrorStatusContract;
import java.time.Duration;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GeminiErrorsTest extends ErrorStatusContract {
  private static final String GONE = "BatchNotFoundException NOT_FOUND final not-executed";
  private static final String DENIED = "AuthenticationException PERMISSION final not-executed";

  private final GeminiErrors errors = new GeminiErrors();

  @Override
  protected ErrorReader reader() {
    return errors;
  }

  @Override
  protected String body(int status) {
    String name =
        switch (status) {
          case 401 -> "UNAUTHENTICATED";
          case 403 -> "PERMISSION_DENIED";
          case 404 -> "NOT_FOUND";
          case 409 -> "ALREADY_EXISTS";
          case 429 -> "RESOURCE_EXHAUSTED";
          case 503 -> "UNAVAILABLE";
          case 504 -> "DEADLINE_EXCEEDED";
          default -> status < 500 ? "INVALID_ARGUMENT" : "INTERNAL";
        };
    return "{'error':{'code':" + status + ",'message':'m','status':'" + name + "'}}";
  }

  @Test
  void aKeyThatIsNotValidIsNoInvalidRequest() {
    assertThat(meaning(400, null, withDetail("'reason':'API_KEY_INVALID'")))
        .isEqualTo("AuthenticationException AUTHENTICATION final not-executed");
    assertThat(meaning(400, null, withDetail("'reason':'OTHER'")))
        .isEqualTo("InvalidRequestException INVALID final not-executed");
  }

  @ParameterizedTest
  @CsvSource({
    ", 12s, PT12S",
    ", 1.5s, PT1.5S",
    ", 12, ",
    ", soon, ",
    "retry-after: 3, 12s, PT3S",
  })
  void theBodyMayHoldTheRetryDelayUnlessAHeaderDoes(
      @Nullable String header, String delay, @Nullable String pause) {
    assertThat(meaning(429, header, withDetail("'retryDelay':'" + delay + "'")))
        .isEqualTo(
            "RateLimitedException RATE_LIMITED retryable not-executed"
                + (pause == null ? "" : " " + pause));
  }

  @ParameterizedTest
  @CsvSource({
    "400, InvalidRequestException INVALID final not-executed",
    "404, BatchNotFoundException NOT_FOUND final not-executed",
    "429, RateLimitedException RATE_LIMITED retryable not-executed",
    "503, ProviderUnavailableException UNAVAILABLE retryable maybe-executed",
    "0, ProviderUnavailableException UNAVAILABLE retryable maybe-executed",
    "200, ProviderUnavailableException UNAVAILABLE retryable maybe-executed",
    "999, ProviderUnavailableException UNAVAILABLE retryable maybe-executed"
  })
  void theCodeInASuccessIsTheStatusThatWasMeant(int code, String meaning) {
    String body = "{'error':{'code':" + code + "}}";
    assertThat(errors.isError(json(body))).isTrue();
    assertThat(meaning(200, null, body)).isEqualTo(meaning);
  }

  @Test
  void theErrorOfABatchOrARequestIsNoneOfTheCall() {
    assertThat(errors.isError(json("{'name':'batches/b','error':{'code':3}}"))).isFalse();
    assertThat(errors.isError(json("{'metadata':{},'error':{'code':3}}"))).isFalse();
    assertThat(errors.isError(json("{'key':'a','error':{'code':3}}"))).isFalse();
    assertThat(errors.isError(json("{'error':{}}"))).isFalse();
    assertThat(errors.isError(json("{'error':'x'}"))).isFalse();
    assertThat(errors.isError(json("{}"))).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void anExpiredFileIsReportedAs403WithoutAReason(ApiCall call) {
    String unnamed = meaning(call, 403, null, body(403));
    String named = meaning(call, 403, null, withDetail("'reason':'SERVICE_DISABLED'"));
    assertThat(named).isEqualTo(DENIED);
    switch (call) {
      case DOWNLOAD -> assertThat(unnamed).isEqualTo(GONE);
      case DELETE_FILE -> assertThat(unnamed).isEqualTo(GONE.replace("BatchNotFound", "Provider"));
      default -> assertThat(unnamed).isEqualTo(DENIED);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, CANCELLED, INVALID, false",
    "2, UNKNOWN, UNAVAILABLE, false",
    "3, INVALID_ARGUMENT, INVALID, false",
    "4, DEADLINE_EXCEEDED, UNAVAILABLE, true",
    "5, NOT_FOUND, NOT_FOUND, false",
    "6, ALREADY_EXISTS, CONFLICT, false",
    "7, PERMISSION_DENIED, PERMISSION, false",
    "8, RESOURCE_EXHAUSTED, RATE_LIMITED, true",
    "9, FAILED_PRECONDITION, INVALID, false",
    "10, ABORTED, CONFLICT, true",
    "11, OUT_OF_RANGE, INVALID, false",
    "12, UNIMPLEMENTED, UNAVAILABLE, false",
    "13, INTERNAL, UNAVAILABLE, true",
    "14, UNAVAILABLE, UNAVAILABLE, true",
    "15, DATA_LOSS, UNAVAILABLE, false",
    "16, UNAUTHENTICATED, AUTHENTICATION, false",
    "17, , INVALID, false",
    "0, , INVALID, false",
    ", , INVALID, false"
  })
  void theCodeOfABatchOrAResultLineIsOneOfGoogleRpc(
      @Nullable String number, @Nullable String name, ErrorKind kind, boolean retryable) {
    assertThat(RpcCode.name(number)).isEqualTo(name);
    ApiError error = ApiError.builder(ErrorKind.INVALID).type(name).code(number).build();
    assertThat(RpcCode.classify(error).kind()).isEqualTo(kind);
    assertThat(RpcCode.classify(error).retryable()).isEqualTo(retryable);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "{'code':8} | RESOURCE_EXHAUSTED | - | RESOURCE_EXHAUSTED (8) | RATE_LIMITED",
        "{'code':503,'message':'m'} | - | 503 | m | UNAVAILABLE",
        "{'code':503} | - | 503 | HTTP 503 | UNAVAILABLE",
        "{'code':429,'status':'RESOURCE_EXHAUSTED'} | RESOURCE_EXHAUSTED | 429 | RESOURCE_EXHAUSTED (429) | RATE_LIMITED",
        "{'code':'3','message':'m'} | INVALID_ARGUMENT | - | m | INVALID",
        "'m' | - | - | m | INVALID"
      })
  void theErrorOfAResultLineHasACodeOfGoogleRpcOrOfHttp(
      String json,
      @Nullable String type,
      @Nullable Integer status,
      String message,
      ErrorKind kind) {
    ApiError error = GeminiErrors.ofLine(JsonParser.parseString(json.replace('\'', '"')));
    assertThat(error)
        .returns(type, ApiError::type)
        .returns(status, ApiError::httpStatus)
        .returns(message, ApiError::message)
        .returns(kind, ApiError::kind);
  }

  @Test
  void aStatusThatIsTextMayHoldAnError() {
    String text =
        "Bad Request: {\"error\": {\"code\": 400, \"message\": \"Unknown name\","
            + " \"status\": \"INVALID_ARGUMENT\"}}";
    assertThat(GeminiErrors.ofLine(null, new JsonPrimitive(text)))
        .returns("Unknown name", ApiError::message)
        .returns("INVALID_ARGUMENT", ApiError::type)
        .returns(ErrorKind.INVALID, ApiError::kind);
  }

  @ParameterizedTest
  @CsvSource({"1, true", "499, true", "4, false", "400, false"})
  void aCancelHasACodeOfItsOwn(String code, boolean cancelled) {
    assertThat(GeminiErrors.isCancelled(GeminiErrors.ofRpc(null, code, "m"))).isEqualTo(cancelled);
  }

  @Test
  void anInvalidKeyKeepsItsHttpStatus400() {
    ApiError error =
        errors
            .read(ApiCall.LIST, 400, Headers.of(), json(withDetail("'reason':'API_KEY_INVALID'")))
            .error();
    assertThat(error.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
    assertThat(error.httpStatus()).isEqualTo(400);
  }

  @Test
  void anErrorMayComeInAnArray() {
    try (MockGemini mock = new MockGemini()) {
      mock.respond(
          429,
          "[{\"error\":{\"code\":429,\"message\":\"Quota used up.\",\"status\":\"RESOURCE_EXHAUSTED\","
              + "\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.Help\",\"links\":[]},"
              + "{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"34.4s\"}]}}]");

      RateLimitedException limited =
          catchThrowableOfType(RateLimitedException.class, () -> mock.open().status());
      assertThat(limited.retryAfter()).isEqualTo(Duration.ofMillis(34_400));
      assertThat(limited.error().type()).isEqualTo("RESOURCE_EXHAUSTED");
    }
  }

  private static String withDetail(String member) {
    return "{'error':{'message':'m','details':[{'x':1},{" + member + "}]}}";
  }
}
