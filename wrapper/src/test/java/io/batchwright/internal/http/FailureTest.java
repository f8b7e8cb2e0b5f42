package io.batchwright.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.ApiError;
import io.batchwright.BatchNotFoundException;
import io.batchwright.ErrorKind;
import io.batchwright.ProviderException;
import java.time.Duration;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTest {
  private static ApiError error(@Nullable Integer status) {
    return Failure.reported(status, "type", "code", "message", "r-1");
  }

  private static Failure failure(int status) {
    return Failure.of(error(status));
  }

  @ParameterizedTest
  @CsvSource({
    ", INVALID",
    "200, UNAVAILABLE",
    "299, UNAVAILABLE",
    "300, INVALID",
    "404, NOT_FOUND",
    "599, UNAVAILABLE"
  })
  void anErrorWithASuccessMeansThatTheServerFailed(@Nullable Integer status, ErrorKind kind) {
    assertThat(error(status).kind()).isEqualTo(kind);
    assertThat(error(status).httpStatus()).isEqualTo(status);
    assertThat(error(status).retryable()).isEqualTo(kind == ErrorKind.UNAVAILABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "200, UNAVAILABLE, true",
    "200, QUOTA, false",
    "400, UNAVAILABLE, false",
    "408, INVALID, false",
    "408, UNAVAILABLE, true",
    "500, QUOTA, true"
  })
  void theStatusShowsBeforeTheKindWhetherTheCallWasExecuted(
      int status, ErrorKind kind, boolean may) {
    assertThat(Failure.of(error(status).toBuilder().kind(kind).build()).mayHaveExecuted())
        .isEqualTo(may);
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
    assertThat(failure(400).withHints(yes, null).error().retryable()).isTrue();
    assertThat(failure(500).withHints(no, null).error().retryable()).isFalse();
    assertThat(failure(400).withHints(Headers.of(), null).error().retryable()).isFalse();
    assertThat(failure(500).withHints(Headers.of(), null).error().retryable()).isTrue();
  }

  @Test
  void theHeadersHintIsUsedBeforeTheBodys() {
    Duration body = Duration.ofSeconds(9);
    Failure failure = failure(429);
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
    assertThat(failure(404).toException("fake", call))
        .isExactlyInstanceOf(onBatch ? BatchNotFoundException.class : ProviderException.class)
        .hasMessageContaining("fake responded 404 to " + call + " (type): message [request r-1]");
  }
}
