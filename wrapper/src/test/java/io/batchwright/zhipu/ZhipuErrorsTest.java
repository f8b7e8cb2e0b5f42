package io.batchwright.zhipu;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.ApiError;
import io.batchwright.internal.http.ErrorReader;
import io.batchwright.internal.http.Failure;
import io.batchwright.internal.openai.DialectReading;
import io.batchwright.testing.ErrorStatusContract;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZhipuErrorsTest extends ErrorStatusContract {
  @Override
  protected ErrorReader reader() {
    return DialectReading.errors(ZhipuErrors::failure);
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

  /** The code says that the request is wrong, and the code decides. */
  @Override
  protected Map<String, String> differences() {
    String timeout = "ProviderUnavailableException UNAVAILABLE final maybe-executed";
    return Map.of(
        "408", timeout,
        "408 retry-after: 77", timeout + " PT1M17S",
        "408 retry-after-ms: 88000.5", timeout + " PT1M28.001S");
  }

  private static Failure failure(int status, @Nullable String code, String message) {
    return ZhipuErrors.failure(status, new ApiError(null, code, message, null, null, false));
  }

  private static boolean retryable(int status, @Nullable String code, String message) {
    return failure(status, code, message).error().retryable();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1302", "1305", "1200", "1230", "1234"})
  void whatPassesIsRetryableWhateverTheStatus(String code) {
    for (int status : new int[] {0, 200, 400, 429, 500}) {
      assertThat(retryable(status, code, "")).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1113", "1210", "1214", "1301", "1308", "1310", "1316", "1000"})
  void whatLastsIsNotWhateverTheStatus(String code) {
    for (int status : new int[] {0, 200, 400, 429, 500}) {
      assertThat(retryable(status, code, "")).isFalse();
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
    assertThat(retryable(0, code, message)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1001, 401",
    "1220, 403",
    "1112, 403",
    "1121, 403",
    "1113, 429",
    "1302, 429",
    "1305, 429",
    "1316, 429",
    "1210, 400",
    "1214, 400",
    "1222, 400",
    "1301, 400",
    "1230, 500",
    "500, 500",
    "404, 404",
    "9999, 500",
    ", 500"
  })
  void aCodeInASuccessHasTheMeaningOfAStatus(@Nullable String code, int status) {
    assertThat(failure(200, code, "words").httpStatus()).isEqualTo(status);
  }

  @Test
  void aMessageThatNamesAStatusDecides() {
    assertThat(failure(200, "500", "404 NOT_FOUND").httpStatus()).isEqualTo(404);
    assertThat(failure(200, "500", "404 NOT_FOUND \"no such batch\"").httpStatus()).isEqualTo(404);
    assertThat(failure(200, "500", "in batch_1210 404 of 500").httpStatus()).isEqualTo(500);
  }

  @ParameterizedTest
  @CsvSource({"400, 400", "429, 429", "434, 403", "435, 413", "500, 500"})
  void aStatusThatIsAnErrorStandsUnlessItIsItsOwn(int status, int meaning) {
    assertThat(failure(status, "1210", "words").httpStatus()).isEqualTo(meaning);
  }
}
