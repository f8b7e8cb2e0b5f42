package io.batchwright;

import static io.batchwright.testing.FakeAdapter.status;
import static io.batchwright.testing.FakeClient.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.batchwright.testing.Background;
import io.batchwright.testing.FakeAdapter.Call;
import io.batchwright.testing.FakeClient;
import io.batchwright.testing.Refused;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AwaitDeadlineTest {
  private final FakeClient fake = new FakeClient();

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void endsAtItsDeadlineWithTheRefAndTheLastStatus() {
    var wait = fake.open("b").awaitAsync(within(Duration.ofMinutes(10)));
    fake.timer().advance(Duration.ofMinutes(10).minusNanos(1));
    assertThat(wait).isNotDone();
    fake.timer().advance(Duration.ofNanos(1));

    AwaitTimeoutException error = timeout(wait);
    assertThat(error.ref()).isEqualTo(fake.provider().ref("b"));
    assertThat(error.lastStatus()).isNotNull();
    assertThat(error.retryable()).isTrue();
    assertThat(error).hasMessageContainingAll("fake:b", "PT10M", "RUNNING", "runs on");
  }

  @Test
  void hasNoLastStatusIfThereNeverWasOne() {
    fake.script(
        (ref, call) -> {
          throw Refused.with(503);
        });
    var wait = fake.open("b").awaitAsync(within(Duration.ofMinutes(10)));
    fake.timer().advance(Duration.ofMinutes(10));

    AwaitTimeoutException error = timeout(wait);
    assertThat(error.lastStatus()).isNull();
    assertThat(error)
        .hasCauseInstanceOf(ProviderUnavailableException.class)
        .hasMessageContainingAll("no poll succeeded", "503");
  }

  @Test
  void forEverIsADeadlineToo() {
    var wait = fake.open("b").awaitAsync(within(ChronoUnit.FOREVER.getDuration()));
    fake.timer().advance(Duration.ofDays(1));
    assertThat(wait).isNotDone();
    assertThat(fake.polls()).hasSizeGreaterThan(1000);
  }

  @Test
  void pollsOnceMoreShortlyBeforeTheDeadlineAndNeverAfterIt() {
    var wait = fake.open("b").awaitAsync(within(Duration.ofSeconds(60)));
    fake.timer().advance(Duration.ofHours(1));

    assertThat(fake.polls()).containsExactly(0.0, 10.0, 25.0, 47.5, 59.0);
    assertThat(wait).isCompletedExceptionally();
  }

  @Test
  void findsTheEndInItsLastPoll() {
    fake.script(
        (ref, call) ->
            status(
                ref,
                fake.timer().nanos() >= Duration.ofSeconds(58).toNanos()
                    ? BatchState.SUCCEEDED
                    : BatchState.RUNNING));
    var wait = fake.open("b").awaitAsync(within(Duration.ofSeconds(60)));
    fake.timer().advance(Duration.ofHours(1));

    assertThat(wait).isCompletedWithValueMatching(end -> end.state() == BatchState.SUCCEEDED);
    assertThat(fake.timer().pending()).isZero();
  }

  @Test
  void theLastPollObservesTheHintOfTheServer() {
    fake.script(
        (ref, call) ->
            status(ref, BatchState.RUNNING, call == 3 ? Duration.ofMillis(12_200) : null));
    var wait = fake.open("b").awaitAsync(within(Duration.ofSeconds(60)));
    fake.timer().advance(Duration.ofHours(1));

    assertThat(fake.polls()).containsExactly(0.0, 10.0, 25.0, 47.5, 59.7);
    assertThat(wait).isCompletedExceptionally();
  }

  @Test
  void aHintBeyondTheDeadlineLeavesNothingToPoll() {
    fake.script((ref, call) -> status(ref, BatchState.RUNNING, Duration.ofSeconds(90)));
    var wait = fake.open("b").awaitAsync(within(Duration.ofSeconds(60)));
    fake.timer().advance(Duration.ofHours(1));

    assertThat(fake.polls()).containsExactly(0.0);
    assertThat(timeout(wait).lastStatus()).isNotNull();
  }

  @Test
  void aDeadlineShorterThanTheFirstPauseStillAllowsTwoPolls() {
    var wait = fake.open("b").awaitAsync(within(Duration.ofSeconds(2)));
    fake.timer().advance(Duration.ofHours(1));

    assertThat(fake.polls()).containsExactly(0.0, 1.8);
    assertThat(wait).isCompletedExceptionally();
  }

  @Test
  void neverCancelsTheBatchAndLeavesTheHandleAlive() {
    BatchHandle batch = fake.open("b");
    var wait = batch.awaitAsync(within(Duration.ofSeconds(60)));
    fake.timer().advance(Duration.ofHours(1));

    assertThat(wait).isCompletedExceptionally();
    assertThat(fake.provider().calls(Call.CANCEL)).isZero();
    assertThat(fake.provider().calls(Call.DELETE)).isZero();
    assertThat(fake.timer().pending()).isZero();
    assertThat(batch.status().state()).isEqualTo(BatchState.RUNNING);
  }

  @Test
  void blockingAwaitThrowsTheSame() throws InterruptedException {
    BatchHandle batch = fake.open("b");
    Background<BatchStatus> wait =
        Background.start(() -> batch.await(within(Duration.ofSeconds(60))));
    fake.timer().awaitPending(2);
    fake.timer().advance(Duration.ofSeconds(60));

    assertThatThrownBy(wait::outcome).isInstanceOf(AwaitTimeoutException.class);
  }

  private static AwaitTimeoutException timeout(CompletableFuture<BatchStatus> wait) {
    Throwable cause = catchThrowableOfType(CompletionException.class, wait::join).getCause();
    assertThat(cause).isInstanceOf(AwaitTimeoutException.class);
    return (AwaitTimeoutException) Objects.requireNonNull(cause);
  }
}
