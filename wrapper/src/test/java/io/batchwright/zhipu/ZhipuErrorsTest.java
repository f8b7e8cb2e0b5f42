package io.batchwright.zhipu;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.ApiError;
import io.batchwright.ErrorKind;
import io.batchwright.internal.http.ErrorParts;
import io.batchwright.internal.http.ErrorReader;
import io.batchwright.internal.http.Failure;
import io.batchwright.internal.openai.DialectReading;
import io.batchwright.testing.ErrorStatusContract;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZhipuErrorsTest extends ErrorStatusContract {
  @Override
  protected ErrorReader reader() {
    return DialectReading.errors(ZhipuErrors::classify);
  }

  @Override
  protected String body(int status) {
    String code =
        switch (status) {
          case 400, 404 -> "1214";
          case 401 -> "1000";
          case 403 -> "1220";
          case 429 -> "1302";
          default -> status < 500 ? "1210" : "1234";
        };
    return "{'error':{'code':'" + code + "','message':'m'}}";
  }

  private static ApiError error(@Nullable Integer status, @Nullable String code, String message) {
    return ZhipuErrors.classify(Failure.reported(status, null, code, message, null));
  }

  private static boolean retryable(
      @Nullable Integer status, @Nullable String code, String message) {
    return error(status, code, message).retryable();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1302", "1305", "1200", "1230", "1234"})
  void whatPassesIsRetryableWhateverTheStatus(String code) {
    for (Integer status : Arrays.asList(null, 200, 400, 429, 500)) {
      assertThat(retryable(status, code, "")).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1210", "1214", "1301", "1399", "1000"})
  void whatLastsIsNotWhateverTheStatus(String code) {
    for (Integer status : Arrays.asList(null, 200, 400, 429, 500)) {
      assertThat(retryable(status, code, "")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1113", "1304", "1308", "1310", "1316"})
  void arrearsAndCapsAreForTheOwnerOfTheAccountWhateverTheStatus(String code) {
    for (Integer status : Arrays.asList(null, 200, 400, 429, 500)) {
      assertThat(error(status, code, "").kind()).isEqualTo(ErrorKind.QUOTA);
    }
  }

  @Test
  void withoutABusinessCodeTheStatusDecides() {
    assertThat(retryable(502, null, "")).isTrue();
    assertThat(retryable(429, null, "")).isTrue();
    assertThat(retryable(503, "503", "")).isTrue();
    assertThat(retryable(404, "500", "404 NOT_FOUND")).isFalse();
    assertThat(retryable(400, null, "")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"500, ''", ", ''", "500, 503 BUSY"})
  void aResultLineWithoutAStatusAndABusinessCodeIsNotRetryable(
      @Nullable String code, String message) {
    assertThat(retryable(null, code, message)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1001, AUTHENTICATION",
    "1220, PERMISSION",
    "1112, PERMISSION",
    "1121, PERMISSION",
    "1113, QUOTA",
    "1302, RATE_LIMITED",
    "1305, RATE_LIMITED",
    "1316, QUOTA",
    "1210, INVALID",
    "1214, INVALID",
    "1222, INVALID",
    "1301, FILTERED",
    "1230, UNAVAILABLE",
    "500, UNAVAILABLE",
    "404, NOT_FOUND",
    "9999, UNAVAILABLE",
    ", UNAVAILABLE"
  })
  void aCodeInASuccessHasAMeaningOfItsOwn(@Nullable String code, ErrorKind kind) {
    assertThat(error(200, code, "words").kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'error':{'code':1301,'message':'unsafe content'}} | 1301 | unsafe content | FILTERED",
        "{'code':1302,'msg':'too many calls','success':false} | 1302 | too many calls | RATE_LIMITED"
      })
  void aResultLineWithASuccessMayHaveAnError(
      String body, String code, String message, ErrorKind kind) {
    assertThat(ZhipuErrors.classify(ErrorParts.of(json(body)).toError(null)))
        .returns(code, ApiError::code)
        .returns(message, ApiError::message)
        .returns(kind, ApiError::kind);
  }

  @Test
  void aMessageThatNamesAStatusDecides() {
    assertThat(error(200, "500", "404 NOT_FOUND").kind()).isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(error(200, "500", "404 NOT_FOUND \"no such batch\"").kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(error(200, "500", "in batch_1210 404 of 500").kind())
        .isEqualTo(ErrorKind.UNAVAILABLE);
  }

  @ParameterizedTest
  @CsvSource({"401, AUTHENTICATION", "404, NOT_FOUND", "434, PERMISSION", "435, INVALID"})
  void aStatusThatIsMoreSpecificThanTheCodeIsKept(int status, ErrorKind meaning) {
    assertThat(error(status, "1210", "words").kind()).isEqualTo(meaning);
  }
}
