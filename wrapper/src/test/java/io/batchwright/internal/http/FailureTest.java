package io.batchwright.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.ApiError;
import io.batchwright.BatchNotFoundException;
import io.batchwright.ErrorKind;
import io.batchwright.ProviderException;
import java.time.Duration;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTest {
  private static final ApiError ERROR = new ApiError("type", "code", "message", "r-1", 7L, false);

  @Test
  void keepsWhatTheProviderReported() {
    assertThat(Failure.of(503, ERROR).error())
        .isEqualTo(new ApiError("type", "code", "message", "r-1", 7L, true));
    assertThat(Failure.reported("t", null, null, "r").message()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, INVALID, 0",
    "200, UNAVAILABLE, 500",
    "299, UNAVAILABLE, 500",
    "300, INVALID, 300",
    "404, NOT_FOUND, 404",
    "599, UNAVAILABLE, 599"
  })
  void anErrorWithASuccessMeansThatTheServerFailed(int status, ErrorKind kind, int effective) {
    Failure failure = Failure.of(status, ERROR);
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.httpStatus()).isEqualTo(effective);
    assertThat(failure.error().retryable()).isEqualTo(kind == ErrorKind.UNAVAILABLE);
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatMayHaveReachedTheProviderMayHaveBeenExecuted(ErrorKind kind) {
    boolean may =
        switch (kind) {
          case UNAVAILABLE, MALFORMED, IO -> true;
          default -> false;
        };
    assertThat(Failure.mayHaveExecuted(kind)).isEqualTo(may);
    assertThat(Failure.mayHaveExecuted(null)).isFalse();
  }

  @Test
  void theServersVerdictDecidesWhetherItIsRetryable() {
    Headers yes = Headers.of("x-should-retry", "True");
    Headers no = Headers.of("X-Should-Retry", "false");
    assertThat(Failure.of(400, ERROR).withHints(yes, null).error().retryable()).isTrue();
    assertThat(Failure.of(500, ERROR).withHints(no, null).error().retryable()).isFalse();
    assertThat(Failure.of(400, ERROR).withHints(Headers.of(), null).error().retryable()).isFalse();
    assertThat(Failure.of(500, ERROR).withHints(Headers.of(), null).error().retryable()).isTrue();
  }

  @Test
  void theHeadersHintIsUsedBeforeTheBodys() {
    Duration body = Duration.ofSeconds(9);
    Failure failure = Failure.of(429, ERROR);
    assertThat(failure.retryAfter()).isNull();
    assertThat(failure.withHints(Headers.of(), body).retryAfter()).isEqualTo(body);
    assertThat(failure.withHints(Headers.of("retry-after", "3"), body).retryAfter())
        .isEqualTo(Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @EnumSource
  void onlyACallOnABatchCanMissTheBatch(ApiCall call) {
    boolean onBatch =
        switch (call) {
          case RETRIEVE, CANCEL, DELETE, READ_RESULTS, DOWNLOAD -> true;
          case CREATE, UPLOAD, LIST, DELETE_FILE -> false;
        };
    assertThat(Failure.of(404, ERROR).toException("fake", call))
        .isExactlyInstanceOf(onBatch ? BatchNotFoundException.class : ProviderException.class)
        .hasMessageContaining("fake answered 404 to " + call + " (type): message [request r-1]");
  }
}
