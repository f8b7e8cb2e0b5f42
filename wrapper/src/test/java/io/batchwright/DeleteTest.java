package io.batchwright;

import static io.batchwright.testing.FakeAdapter.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.batchwright.testing.FakeAdapter;
import io.batchwright.testing.FakeAdapter.Call;
import io.batchwright.testing.FakeClient;
import io.batchwright.testing.Refused;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeleteTest {
  private final FakeClient fake = new FakeClient();
  private final BatchHandle batch = fake.open("b");

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void reportsWhatWasRemoved() {
    Deleted deleted = batch.delete().orElseThrow();

    assertThat(deleted.ref()).isEqualTo(batch.ref());
    assertThat(deleted.removed()).containsExactly("b");
    assertThat(deleted.kept()).isEmpty();
    assertThat(deleted.recordRemains()).isFalse();
  }

  @Test
  void handsBackABatchThatStillRuns() {
    fake.provider().onDelete(throwing(() -> Refused.with(400)));

    Outcome.HandedBack<Deleted, BatchHandle> kept = handedBack(batch.delete());
    assertThat(kept.error())
        .isInstanceOfSatisfying(
            NotEndedException.class,
            e -> assertThat(e.status().state()).isEqualTo(BatchState.RUNNING))
        .hasMessageContainingAll("fake:b", "RUNNING", "cancel");
    assertThat(kept.handle().status().state()).isEqualTo(BatchState.RUNNING);
    assertThatThrownBy(batch::status).isInstanceOf(HandleConsumedException.class);
  }

  @Test
  void handsBackACancellingBatchAsWhatItIs() {
    fake.provider().onDelete(throwing(() -> Refused.with(400)));
    CancellingBatch cancelling = batch.cancel().orElseThrow();

    HandedBackException error =
        catchThrowableOfType(HandedBackException.class, () -> cancelling.delete().orElseThrow());
    assertThat(error).hasCauseInstanceOf(NotEndedException.class);
    assertThat(error.handle()).isInstanceOf(CancellingBatch.class);
    assertThat(error.batchHandle()).isNull();
  }

  @Test
  void handsBackTheRefusalItselfIfTheBatchHasEnded() {
    fake.provider().onDelete(throwing(() -> Refused.with(409)));
    fake.script((ref, call) -> status(ref, BatchState.SUCCEEDED));

    assertThat(handedBack(batch.delete()).error()).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void handsBackWithBothFailuresIfTheStatusCannotBeReadEither() {
    fake.provider().onDelete(throwing(() -> Refused.with(400)));
    fake.script(
        (ref, call) -> {
          throw Refused.lost();
        });

    BatchException error = handedBack(batch.delete()).error();
    assertThat(error).isInstanceOf(InvalidRequestException.class);
    assertThat(error.getSuppressed()).hasOnlyElementsOfType(TransportException.class);
  }

  @Test
  void notFoundAtTheFirstTryIsHandedBack() {
    fake.provider().onDelete(throwing(() -> Refused.with(404)));

    Outcome.HandedBack<Deleted, BatchHandle> first = handedBack(batch.delete());
    assertThat(first.error()).isInstanceOf(BatchNotFoundException.class);
    // The first attempt removed nothing, so a second "not found" proves no more than the first.
    assertThat(handedBack(first.handle().delete()).error())
        .isInstanceOf(BatchNotFoundException.class);
  }

  static Stream<Named<Supplier<BatchException>>> failuresAfterWhichItMayBeGone() {
    return Stream.of(
        Named.of("no answer", Refused::lost),
        Named.of("an answer without sense", Refused::malformed),
        Named.of("408", () -> Refused.with(408)),
        Named.of("500", () -> Refused.with(500)),
        Named.of("504", () -> Refused.with(504)));
  }

  @ParameterizedTest
  @MethodSource("failuresAfterWhichItMayBeGone")
  void aLostDeleteThatSucceededIsDoneWhenRetried(Supplier<BatchException> failure) {
    fake.provider()
        .onDelete(
            (ref, call) -> {
              throw call == 0 ? failure.get() : Refused.with(404);
            });

    Deleted deleted = handedBack(batch.delete()).handle().delete().orElseThrow();
    assertThat(deleted.removed()).containsExactly("b");
    assertThat(fake.provider().calls(Call.DELETE)).isEqualTo(2);
  }

  @Test
  void aLostDeleteIsRememberedOverFurtherFailures() {
    fake.provider()
        .onDelete(
            (ref, call) -> {
              throw switch (call) {
                case 0 -> Refused.lost();
                case 1 -> Refused.with(429);
                default -> Refused.with(404);
              };
            });

    BatchHandle second = handedBack(batch.delete()).handle();
    BatchHandle third = handedBack(second.delete()).handle();
    assertThat(third.delete()).isInstanceOf(Outcome.Done.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 429})
  void notFoundAfterRefusalsIsNotASuccess(int refusal) {
    fake.provider()
        .onDelete(
            (ref, call) -> {
              throw Refused.with(call == 0 ? refusal : 404);
            });

    BatchHandle again = handedBack(batch.delete()).handle();
    assertThat(handedBack(again.delete()).error()).isInstanceOf(BatchNotFoundException.class);
  }

  @Test
  void theReturnedHandleIsAliveAndItsRetryWorks() {
    fake.provider()
        .onDelete(
            (ref, call) -> {
              if (call == 0) {
                throw Refused.with(529);
              }
              return new Deleted(ref, List.of(ref.id()), List.of(), false);
            });

    BatchHandle again = handedBack(batch.delete()).handle();
    assertThat(again.delete()).isInstanceOf(Outcome.Done.class);
    assertThatThrownBy(again::status).isInstanceOf(HandleConsumedException.class);
  }

  private static FakeAdapter.Script<Deleted> throwing(Supplier<BatchException> failure) {
    return (ref, call) -> {
      throw failure.get();
    };
  }

  private static Outcome.HandedBack<Deleted, BatchHandle> handedBack(
      Outcome<Deleted, BatchHandle> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.HandedBack.class);
    return (Outcome.HandedBack<Deleted, BatchHandle>) outcome;
  }
}
