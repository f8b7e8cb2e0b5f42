package io.batchwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ApiErrorTest {
  private static ApiError.Builder full() {
    return ApiError.builder(ErrorKind.INVALID)
        .type("t")
        .code("c")
        .message("m")
        .httpStatus(400)
        .requestId("r")
        .line(7L);
  }

  @ParameterizedTest
  @CsvSource({
    "RESOURCE_EXHAUSTED, 8, , RESOURCE_EXHAUSTED (8)",
    "insufficient_quota, insufficient_quota, 429, insufficient_quota",
    "overloaded_error, , 529, overloaded_error",
    ", 20012, 400, HTTP 400 (20012)",
    ", 20012, , 20012",
    ", , 502, HTTP 502",
    ", , , the provider gave no reason"
  })
  void aMessageIsNeverEmpty(
      @Nullable String type, @Nullable String code, @Nullable Integer status, String message) {
    for (String none : new String[] {null, "", " \t"}) {
      ApiError error =
          ApiError.builder(ErrorKind.INVALID)
              .type(type)
              .code(code)
              .httpStatus(status)
              .message(none)
              .build();
      assertThat(error.message()).isEqualTo(message);
      assertThat(error.text()).isEqualTo(message);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theKindDecidesWhetherItIsRetryableUnlessThatIsSet(ErrorKind kind) {
    boolean usual =
        switch (kind) {
          case RATE_LIMITED, QUOTA, UNAVAILABLE, IO -> true;
          default -> false;
        };
    ApiError error = ApiError.builder(kind).build();
    assertThat(error.retryable()).isEqualTo(usual);
    assertThat(error.toBuilder().retryable(!usual).build().retryable()).isEqualTo(!usual);
    assertThat(error.toBuilder().kind(ErrorKind.IO).build().retryable()).isTrue();
  }

  @Test
  void aCopyIsEqualAndEveryPartCounts() {
    ApiError error = full().build();
    assertThat(error.toBuilder().build()).isEqualTo(error).hasSameHashCodeAs(error);
    assertThat(full().kind(ErrorKind.IO).build()).isNotEqualTo(error);
    assertThat(full().type("x").build()).isNotEqualTo(error);
    assertThat(full().code("x").build()).isNotEqualTo(error);
    assertThat(full().message("x").build()).isNotEqualTo(error);
    assertThat(full().httpStatus(401).build()).isNotEqualTo(error);
    assertThat(full().requestId("x").build()).isNotEqualTo(error);
    assertThat(full().line(8L).build()).isNotEqualTo(error);
    assertThat(full().retryable(true).build()).isNotEqualTo(error);
  }

  @Test
  void aBuilderThatIsUsedFurtherChangesNoError() {
    ApiError.Builder builder = full();
    ApiError error = builder.build();
    builder.message("x");
    assertThat(error.message()).isEqualTo("m");
  }

  @Test
  void toStringShowsNoMessageAndTextDoes() {
    assertThat(full().message("secret").build())
        .hasToString("ApiError[kind=INVALID, type=t, code=c, httpStatus=400, requestId=r, line=7]");
    assertThat(full().build().text()).isEqualTo("line 7: m (c)");
  }

  @Test
  void everyTextCanBeChangedAtOnce() {
    ApiError loud = full().build().withTexts(text -> text.toUpperCase(Locale.ROOT));
    assertThat(loud).isEqualTo(full().type("T").code("C").message("M").requestId("R").build());
  }
}
