package io.batchwright;

import static io.batchwright.testing.FakeAdapter.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.batchwright.testing.FakeAdapter;
import io.batchwright.testing.FakeAdapter.Call;
import io.batchwright.testing.FakeClient;
import io.batchwright.testing.Refused;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CancelTest {
  private final FakeClient fake = new FakeClient();
  private final BatchHandle batch = fake.open("b");

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void returnsABatchThatCanBeAwaitedAndDeleted() throws InterruptedException {
    CancellingBatch cancelling = batch.cancel().orElseThrow();
    assertThat(cancelling.ref()).isEqualTo(batch.ref());
    assertThat(fake.open("b").status().state()).isEqualTo(BatchState.RUNNING);
    assertThat(cancelling.status().state()).isEqualTo(BatchState.CANCELLING);

    fake.script((ref, call) -> status(ref, BatchState.CANCELLED));
    assertThat(cancelling.await(Duration.ofHours(1)).state()).isEqualTo(BatchState.CANCELLED);
    assertThat(cancelling.delete().orElseThrow().removed()).containsExactly("b");
  }

  @Test
  void aResponseWithoutAStatusIsAccepted() {
    fake.provider().onCancel((ref, call) -> null);

    assertThat(batch.cancel()).isInstanceOf(Outcome.Done.class);
  }

  @ParameterizedTest
  @CsvSource({
    "400, CANCELLING",
    "409, CANCELLING",
    "400, SUCCEEDED",
    "409, CANCELLED",
    "409, FAILED",
    "400, EXPIRED",
    "404, SUCCEEDED"
  })
  void isDoneIfTheBatchIsCancellingOrHasEndedAlready(int refusal, BatchState state) {
    fake.provider().onCancel(throwing(() -> Refused.with(refusal)));
    fake.script((ref, call) -> status(ref, state));

    assertThat(batch.cancel()).isInstanceOf(Outcome.Done.class);
    assertThat(fake.provider().calls(Call.STATUS)).isEqualTo(1);
    assertThat(fake.provider().calls(Call.CANCEL)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 409})
  void handsBackIfTheProviderRefusesWhileTheBatchRuns(int refusal) {
    fake.provider().onCancel(throwing(() -> Refused.with(refusal)));

    BatchException error = handedBack(batch.cancel()).error();
    assertThat(error)
        .isInstanceOfSatisfying(
            ProviderException.class, e -> assertThat(e.httpStatus()).isEqualTo(refusal));
    assertThat(fake.provider().calls(Call.STATUS)).isEqualTo(1);
  }

  @Test
  void handsBackWithBothFailuresIfTheStatusCannotBeReadEither() {
    fake.provider().onCancel(throwing(() -> Refused.with(409)));
    fake.script(
        (ref, call) -> {
          throw Refused.lost();
        });

    BatchException error = handedBack(batch.cancel()).error();
    assertThat(error).isInstanceOf(InvalidRequestException.class);
    assertThat(error.getSuppressed()).hasOnlyElementsOfType(TransportException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {307, 401, 403, 429})
  void handsBackOtherRefusalsWithoutReadingTheStatus(int refusal) {
    fake.provider().onCancel(throwing(() -> Refused.with(refusal)));

    assertThat(handedBack(batch.cancel()).error())
        .isInstanceOfSatisfying(
            ProviderException.class, e -> assertThat(e.httpStatus()).isEqualTo(refusal));
    assertThat(fake.provider().calls(Call.STATUS)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 529})
  void readsTheStatusAfterAServerError(int failure) {
    fake.provider().onCancel(throwing(() -> Refused.with(failure)));
    BatchException running = handedBack(batch.cancel()).error();
    fake.script((ref, call) -> FakeAdapter.status(ref, BatchState.CANCELLING));
    Outcome<CancellingBatch, BatchHandle> cancelling = fake.open("batch-2").cancel();

    assertThat(running).isInstanceOf(ProviderUnavailableException.class);
    assertThat(cancelling).isInstanceOf(Outcome.Done.class);
    assertThat(fake.provider().calls(Call.STATUS)).isEqualTo(2);
  }

  @Test
  void theReturnedHandleIsAliveAndItsRetryWorks() {
    fake.provider()
        .onCancel(
            (ref, call) -> {
              if (call < 2) {
                throw Refused.lost();
              }
              return status(ref, BatchState.CANCELLING);
            });

    BatchHandle second = handedBack(batch.cancel()).handle();
    assertThat(second.status().state()).isEqualTo(BatchState.RUNNING);
    BatchHandle third = handedBack(second.cancel()).handle();
    assertThat(third.cancel()).isInstanceOf(Outcome.Done.class);

    assertThatThrownBy(batch::status).isInstanceOf(HandleConsumedException.class);
    assertThatThrownBy(second::status).isInstanceOf(HandleConsumedException.class);
    assertThat(fake.provider().calls(Call.CANCEL)).isEqualTo(3);
  }

  @Test
  void aLostCancelThatSucceededIsDoneWhenRetried() {
    fake.provider()
        .onCancel(
            (ref, call) -> {
              throw call == 0 ? Refused.lost() : Refused.with(409);
            });
    fake.script((ref, call) -> status(ref, BatchState.CANCELLING));

    assertThat(handedBack(batch.cancel()).handle().cancel()).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void orElseThrowThrowsWithALiveHandle() {
    fake.provider().onCancel(throwing(() -> Refused.with(503)));

    HandedBackException error =
        catchThrowableOfType(HandedBackException.class, () -> batch.cancel().orElseThrow());
    assertThat(error).hasCauseInstanceOf(ProviderUnavailableException.class);
    assertThat(error.retryable()).isTrue();
    assertThat(error).hasMessageContainingAll("fake:b", "503", "alive");
    assertThat(error.handle()).isInstanceOf(BatchHandle.class).isSameAs(error.batchHandle());
    assertThat(error.handle().status().state()).isEqualTo(BatchState.RUNNING);
  }

  private static FakeAdapter.CancelScript throwing(Supplier<BatchException> failure) {
    return (ref, call) -> {
      throw failure.get();
    };
  }

  private static Outcome.HandedBack<CancellingBatch, BatchHandle> handedBack(
      Outcome<CancellingBatch, BatchHandle> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.HandedBack.class);
    return (Outcome.HandedBack<CancellingBatch, BatchHandle>) outcome;
  }
}
