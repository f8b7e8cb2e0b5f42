package io.batchwright;

import static io.batchwright.testing.FakeAdapter.status;
import static io.batchwright.testing.FakeClient.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.testing.FakeAdapter;
import io.batchwright.testing.FakeAdapter.Call;
import io.batchwright.testing.FakeClient;
import io.batchwright.testing.Refused;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwaitFailuresTest {
  private static final Duration DAY = Duration.ofHours(26);

  private final FakeClient fake = new FakeClient();

  @AfterEach
  void close() {
    fake.close();
  }

  static Stream<Named<Supplier<BatchException>>> passingFailures() {
    return Stream.of(
        Named.of("408", () -> Refused.with(408)),
        Named.of("429", () -> Refused.with(429)),
        Named.of("500", () -> Refused.with(500)),
        Named.of("529", () -> Refused.with(529)),
        Named.of("no answer", Refused::lost),
        Named.of("an answer without sense", Refused::malformed));
  }

  @ParameterizedTest
  @MethodSource("passingFailures")
  void toleratesAnOutageForAnHourAndThenThrowsItsError(Supplier<BatchException> failure) {
    CompletableFuture<BatchStatus> wait = await(throwing(failure), within(DAY));
    fake.timer().advance(Duration.ofMinutes(59));
    assertThat(wait).isNotDone();
    fake.timer().advance(Duration.ofMinutes(2));

    assertThatThrownBy(wait::join).hasCauseInstanceOf(failure.get().getClass());
    assertThat(fake.timer().pending()).isZero();
  }

  @ParameterizedTest
  @MethodSource("passingFailures")
  void aSuccessEndsTheOutage(Supplier<BatchException> failure) {
    // One success in fifty: hours of failures, but never a whole hour without a success.
    CompletableFuture<BatchStatus> wait =
        await(
            (ref, call) -> {
              if (call % 50 != 0) {
                throw failure.get();
              }
              return status(ref, call == 500 ? BatchState.SUCCEEDED : BatchState.RUNNING);
            },
            within(DAY));
    fake.timer().advance(DAY);

    assertThat(wait).isCompletedWithValueMatching(end -> end.state() == BatchState.SUCCEEDED);
  }

  @Test
  void toleratesTheConfiguredOutage() {
    CompletableFuture<BatchStatus> wait =
        await(throwing(Refused::lost), within(DAY).withMaxOutage(Duration.ofSeconds(20)));
    fake.timer().advance(Duration.ofSeconds(24));
    assertThat(wait).isNotDone();
    fake.timer().advance(Duration.ofSeconds(1));

    assertThatThrownBy(wait::join).hasCauseInstanceOf(TransportException.class);
    assertThat(fake.polls()).containsExactly(0.0, 10.0, 25.0);
  }

  @Test
  void listenerHearsOfFailuresWithTheirNumberAndTheLengthOfTheOutage() {
    CompletableFuture<BatchStatus> wait =
        await(
            (ref, call) -> {
              if (call == 1 || call == 2) {
                throw Refused.with(500);
              }
              return status(ref, call == 3 ? BatchState.SUCCEEDED : BatchState.RUNNING);
            },
            within(DAY));
    fake.timer().advance(DAY);

    assertThat(wait).isCompleted();
    assertThat(fake.events())
        .containsExactly(
            "polled b RUNNING",
            "failed b ProviderUnavailableException 1 PT0S",
            "failed b ProviderUnavailableException 2 PT15S",
            "polled b SUCCEEDED");
  }

  @Test
  void notFoundIsBorneForAMinute() {
    CompletableFuture<BatchStatus> wait = await(throwing(() -> Refused.with(404)), within(DAY));
    fake.timer().advance(Duration.ofSeconds(59));
    assertThat(wait).isNotDone();
    fake.timer().advance(Duration.ofSeconds(60));

    assertThatThrownBy(wait::join).hasCauseInstanceOf(BatchNotFoundException.class);
    assertThat(fake.polls()).containsExactly(0.0, 10.0, 25.0, 47.5, 81.25);
    assertThat(fake.events()).hasSize(4);
  }

  @Test
  void notFoundNowAndThenIsBorneForEver() {
    CompletableFuture<BatchStatus> wait =
        await(
            (ref, call) -> {
              if (call % 2 == 0) {
                throw Refused.with(404);
              }
              return status(ref, call == 999 ? BatchState.SUCCEEDED : BatchState.RUNNING);
            },
            within(DAY));
    fake.timer().advance(DAY);

    assertThat(wait).isCompletedWithValueMatching(end -> end.state() == BatchState.SUCCEEDED);
  }

  @Test
  void notFoundAmongOtherFailuresEndsWithTheOutage() {
    CompletableFuture<BatchStatus> wait =
        await(
            (ref, call) -> {
              throw Refused.with(call % 2 == 0 ? 404 : 503);
            },
            within(DAY));
    fake.timer().advance(Duration.ofMinutes(62));

    assertThatThrownBy(wait::join).hasCauseInstanceOf(ProviderException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 400, 402, 409, 410, 413, 422, 301, 307})
  void otherRefusalsEndTheWaitAtOnce(int httpStatus) {
    CompletableFuture<BatchStatus> wait =
        await(throwing(() -> Refused.with(httpStatus)), within(DAY));

    assertThatThrownBy(wait::join)
        .cause()
        .isInstanceOfSatisfying(
            ProviderException.class, e -> assertThat(e.httpStatus()).isEqualTo(httpStatus));
    assertThat(fake.provider().calls(Call.STATUS)).isEqualTo(1);
    assertThat(fake.timer().pending()).isZero();
  }

  @Test
  void aFailureThatTheServerCallsFinalIsStillAnOutage() {
    ApiError saysNo =
        ApiError.builder(ErrorKind.UNAVAILABLE).httpStatus(500).retryable(false).build();
    CompletableFuture<BatchStatus> wait =
        await(
            (ref, call) -> {
              if (call == 0) {
                throw ProviderException.of("fake", "retrieve batch", true, saysNo, null);
              }
              return status(ref, BatchState.SUCCEEDED);
            },
            within(DAY));
    fake.timer().advance(Duration.ofMinutes(1));

    assertThat(wait).isCompletedWithValueMatching(end -> end.state() == BatchState.SUCCEEDED);
  }

  @Test
  void aBugInAnAdapterEndsTheWaitAtOnceWhateverItThrows() {
    Error bug = new NoSuchMethodError("of another version");
    CompletableFuture<BatchStatus> wait =
        await(
            (ref, call) -> {
              throw bug;
            },
            within(DAY));

    assertThatThrownBy(wait::join).hasCause(bug);
    assertThatThrownBy(() -> fake.open("b").await(DAY)).isSameAs(bug);
    assertThat(fake.timer().pending()).isZero();
  }

  private CompletableFuture<BatchStatus> await(
      FakeAdapter.Script<BatchStatus> script, AwaitOptions options) {
    fake.script(script);
    return fake.open("b").awaitAsync(options);
  }

  private static FakeAdapter.Script<BatchStatus> throwing(Supplier<BatchException> failure) {
    return (ref, call) -> {
      throw failure.get();
    };
  }
}
