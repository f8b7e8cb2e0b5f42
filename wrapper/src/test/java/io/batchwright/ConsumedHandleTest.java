package io.batchwright;

import static io.batchwright.testing.FakeAdapter.status;
import static io.batchwright.testing.FakeClient.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.errorprone.annotations.CheckReturnValue;
import io.batchwright.testing.Background;
import io.batchwright.testing.FakeAdapter.Call;
import io.batchwright.testing.FakeClient;
import io.batchwright.testing.Refused;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsumedHandleTest {
  private static final Duration DAY = Duration.ofHours(26);

  private final FakeClient fake = new FakeClient();
  private final BatchHandle batch = fake.open("b");

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void everyUseAfterACancelFails() {
    assertThat(batch.cancel()).isInstanceOf(Outcome.Done.class);

    assertConsumed(batch, "cancel");
    assertThat(fake.provider().calls(Call.STATUS)).isZero();
    assertThat(fake.provider().calls(Call.CANCEL)).isEqualTo(1);
  }

  @Test
  void everyUseAfterADeleteFails() {
    assertThat(batch.delete()).isInstanceOf(Outcome.Done.class);

    assertConsumed(batch, "delete");
    assertThat(fake.provider().calls(Call.DELETE)).isEqualTo(1);
  }

  @Test
  void everyUseAfterACancelThatFailedFailsToo() {
    fake.provider()
        .onCancel(
            (ref, call) -> {
              throw Refused.lost();
            });
    assertThat(batch.cancel()).isInstanceOf(Outcome.HandedBack.class);

    assertConsumed(batch, "cancel");
  }

  @Test
  void everyUseAfterADeleteThatFailedFailsToo() {
    fake.provider()
        .onDelete(
            (ref, call) -> {
              throw Refused.with(500);
            });
    assertThat(batch.delete()).isInstanceOf(Outcome.HandedBack.class);

    assertConsumed(batch, "delete");
  }

  @Test
  void evenABugInTheAdapterSpendsTheHandle() {
    fake.provider()
        .onCancel(
            (ref, call) -> {
              throw new UnsupportedOperationException("bug");
            });
    assertThatThrownBy(() -> ignore(batch.cancel()))
        .isInstanceOf(UnsupportedOperationException.class);

    assertConsumed(batch, "cancel");
  }

  @Test
  void aCancellingHandleIsConsumedByItsDelete() {
    CancellingBatch cancelling = batch.cancel().orElseThrow();
    assertThat(cancelling.delete()).isInstanceOf(Outcome.Done.class);

    assertConsumed(cancelling, "delete");
  }

  @Test
  void aBlockingWaitOfAnotherThreadFailsWhenTheHandleIsCancelled() throws InterruptedException {
    Background<BatchStatus> wait = Background.start(() -> batch.await(within(DAY)));
    fake.timer().awaitPending(2);
    ignore(batch.cancel());

    assertConsumedBy(wait::outcome, "cancel");
    assertThat(fake.timer().pending()).isZero();
  }

  @Test
  void aFutureFailsWhenTheHandleIsCancelledOrDeleted() {
    BatchHandle other = fake.open("b");
    CompletableFuture<BatchStatus> cancelled = batch.awaitAsync(within(DAY));
    CompletableFuture<BatchStatus> deleted = other.awaitAsync(within(DAY));
    ignore(batch.cancel());
    ignore(other.delete());

    assertConsumedBy(() -> throwCause(cancelled), "cancel");
    assertConsumedBy(() -> throwCause(deleted), "delete");
    assertThat(fake.timer().pending()).isZero();
  }

  @Test
  void waitsFailBeforeARequestIsSent() {
    CompletableFuture<BatchStatus> wait = batch.awaitAsync(within(DAY));
    fake.provider()
        .onCancel(
            (ref, call) -> {
              assertThat(wait).isCompletedExceptionally();
              return null;
            });

    assertThat(batch.cancel()).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void consumingOneHandleLeavesOthersOnTheSameBatch() {
    BatchHandle other = fake.client().open(batch.ref());
    CompletableFuture<BatchStatus> wait = other.awaitAsync(within(DAY));
    ignore(batch.cancel());
    fake.script((ref, call) -> status(ref, BatchState.CANCELLED));
    fake.timer().advance(Duration.ofMinutes(1));

    assertThat(wait).isCompletedWithValueMatching(end -> end.state() == BatchState.CANCELLED);
    assertThat(other.delete()).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void theRefStaysKnownAndOpensAnIndependentHandle() {
    ignore(batch.delete());

    assertThat(batch.ref()).isEqualTo(fake.provider().ref("b"));
    assertThat(fake.client().open(batch.ref()).status().state()).isEqualTo(BatchState.RUNNING);
  }

  @Test
  void theExceptionIsAProgrammingErrorAndNotABatchException() {
    ignore(batch.cancel());

    assertThatThrownBy(batch::status)
        .isInstanceOf(IllegalStateException.class)
        .isNotInstanceOf(BatchException.class)
        .hasMessageContainingAll("fake:b", "cancel()", "open the ref");
  }

  @Test
  void toStringNamesTheBatchAndWhatConsumedTheHandle() {
    assertThat(batch).hasToString("LiveHandle[fake:b]");
    CancellingBatch cancelling = batch.cancel().orElseThrow();

    assertThat(batch).hasToString("LiveHandle[fake:b, consumed by cancel]");
    assertThat(cancelling).hasToString("LiveCancelling[fake:b]");
  }

  @Test
  void aCancellingBatchHasNoCancel() {
    assertThat(Stream.of(CancellingBatch.class.getMethods()).map(Method::getName))
        .contains("status", "await", "awaitAsync", "results", "delete")
        .doesNotContain("cancel");
  }

  @Test
  void ignoringAnOutcomeIsACompileErrorWithErrorProne() {
    assertThat(Stream.of(Batch.class, BatchHandle.class, CancellingBatch.class))
        .allSatisfy(type -> assertThat(method(type, "delete")).isTrue());
    assertThat(method(BatchHandle.class, "cancel")).isTrue();
  }

  @Test
  void openRefusesRefsOfOtherClients() {
    assertThatThrownBy(() -> fake.client().open(new BatchRef("other", "b", null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("other:b", "fake:b");
    assertThatThrownBy(() -> fake.client().open(BatchRef.parse("fake:b@https://elsewhere.test")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean method(Class<?> type, String name) {
    return Stream.of(type.getMethods())
        .filter(method -> method.getName().equals(name) && !method.isBridge())
        .allMatch(method -> method.isAnnotationPresent(CheckReturnValue.class));
  }

  private static void ignore(Outcome<?, ?> outcome) {
    assertThat(outcome).isNotNull();
  }

  private static void throwCause(CompletableFuture<?> future) throws Throwable {
    Throwable thrown = catchThrowable(future::join);
    throw Objects.requireNonNull(thrown.getCause());
  }

  @SuppressWarnings("MustBeClosedChecker") // nothing opens
  private static void assertConsumed(Batch batch, String call) {
    Map<String, ThrowingCallable> uses =
        Map.of(
            "status", batch::status,
            "await", () -> batch.await(DAY),
            "awaitAsync", () -> batch.awaitAsync(within(DAY)),
            "results", batch::results,
            "delete", () -> ignore(batch.delete()));
    assertThat(uses).allSatisfy((name, use) -> assertConsumedBy(use, call));
    if (batch instanceof BatchHandle handle) {
      assertConsumedBy(() -> ignore(handle.cancel()), call);
    }
  }

  private static void assertConsumedBy(ThrowingCallable use, String call) {
    assertThatThrownBy(use)
        .isInstanceOfSatisfying(
            HandleConsumedException.class,
            e -> {
              assertThat(e.ref()).hasToString("fake:b");
              assertThat(e.consumedBy()).isEqualTo(call);
            })
        .hasMessageContainingAll("fake:b", call);
  }
}
