package io.batchwright;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.SubmitException.Delivery;
import io.batchwright.testing.FakeAdapter;
import io.batchwright.testing.FakeClient;
import io.batchwright.testing.Refused;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorKindTest {
  private static final BatchRef REF = new BatchRef("fake", "b", null);

  @Test
  void aFailedExchangeHasAKind() {
    assertThat(Refused.lost().kind()).isEqualTo(ErrorKind.IO);
    assertThat(Refused.malformed().kind()).isEqualTo(ErrorKind.MALFORMED);
    assertThat(Refused.with(503).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(Refused.with(402).kind()).isEqualTo(ErrorKind.QUOTA);
  }

  @Test
  void whatWrapsAFailedExchangeHasItsKind() {
    SubmitAttempt attempt = new SubmitAttempt("fake", Instant.EPOCH, null, 1, "f");
    BatchException lost = Refused.lost();
    assertThat(new SubmitException(Delivery.MAYBE_CREATED, attempt, null, lost).kind())
        .isEqualTo(ErrorKind.IO);
    assertThat(timeout(Refused.with(429)).kind()).isEqualTo(ErrorKind.RATE_LIMITED);
    try (FakeClient fake = new FakeClient()) {
      assertThat(new HandedBackException(fake.open("b"), lost).kind()).isEqualTo(ErrorKind.IO);
    }
  }

  @Test
  void whereNoExchangeFailedThereIsNoKind() {
    BatchStatus running = FakeAdapter.status(REF, BatchState.RUNNING);
    assertThat(timeout(null).kind()).isNull();
    assertThat(new NotEndedException(running).kind()).isNull();
    assertThat(new NoResultsException(running).kind()).isNull();
    assertThat(new InvalidInputException(InputReport.builder().build()).kind()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void anyoneCanCreateWhatAProviderThrows(ErrorKind kind) {
    ApiError error =
        ApiError.builder(kind)
            .httpStatus(418)
            .type("type")
            .code("code")
            .message("Too blue.")
            .requestId("r-1")
            .retryable(true)
            .build();
    ProviderException exception =
        ProviderException.of("fake", "create batch", true, error, Duration.ofSeconds(3));
    assertThat(exception)
        .hasMessageStartingWith(
            "fake responded 418 to create batch (type): Too blue [request r-1]");
    assertThat(exception.kind()).isEqualTo(kind);
    assertThat(exception.provider()).isEqualTo("fake");
    assertThat(exception.call()).isEqualTo("create batch");
    assertThat(exception.httpStatus()).isEqualTo(418);
    assertThat(exception.error()).isEqualTo(error);
    assertThat(exception.retryAfter()).isEqualTo(Duration.ofSeconds(3));
    assertThat(exception.retryable()).isTrue();
  }

  private static AwaitTimeoutException timeout(@Nullable BatchException lastError) {
    return new AwaitTimeoutException(REF, Duration.ofHours(1), null, lastError);
  }
}
