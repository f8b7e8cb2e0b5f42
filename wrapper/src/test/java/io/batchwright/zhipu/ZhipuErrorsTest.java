package io.batchwright.zhipu;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.ApiError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZhipuErrorsTest {
  private static ApiError error(@Nullable String code, String message) {
    return new ApiError(null, code, message, null, null, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1302", "1305", "1200", "1230", "1234"})
  void whatPassesIsRetryable(String code) {
    assertThat(ZhipuErrors.RULES.retryable(429, error(code, ""))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1113", "1210", "1214", "1301", "1308", "1310", "1316", "1000"})
  void whatLastsIsNotWhateverTheStatus(String code) {
    assertThat(ZhipuErrors.RULES.retryable(429, error(code, ""))).isFalse();
  }

  @Test
  void withoutACodeTheStatusDecides() {
    assertThat(ZhipuErrors.RULES.retryable(502, error(null, ""))).isTrue();
    assertThat(ZhipuErrors.RULES.retryable(429, error(null, ""))).isTrue();
    assertThat(ZhipuErrors.RULES.retryable(503, error("503", ""))).isTrue();
    assertThat(ZhipuErrors.RULES.retryable(404, error("500", "404 NOT_FOUND"))).isFalse();
    assertThat(ZhipuErrors.RULES.retryable(400, error(null, ""))).isFalse();
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
  void aCodeHasTheMeaningOfAStatus(@Nullable String code, int status) {
    assertThat(ZhipuErrors.RULES.meaning(200, error(code, "words"))).isEqualTo(status);
  }

  @Test
  void wordsThatNameAStatusAreTaken() {
    assertThat(ZhipuErrors.RULES.meaning(200, error("500", "404 NOT_FOUND"))).isEqualTo(404);
    assertThat(ZhipuErrors.RULES.meaning(200, error("500", "404 NOT_FOUND \"no such batch\"")))
        .isEqualTo(404);
    assertThat(ZhipuErrors.RULES.meaning(200, error("500", "in batch_1210 404 of 500")))
        .isEqualTo(500);
  }

  @ParameterizedTest
  @CsvSource({"400, 400", "429, 429", "434, 403", "435, 413", "500, 500"})
  void aStatusThatIsAnErrorStandsUnlessItIsItsOwn(int status, int meaning) {
    assertThat(ZhipuErrors.RULES.meaning(status, error("1210", "words"))).isEqualTo(meaning);
  }
}
