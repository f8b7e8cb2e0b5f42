package io.batchwright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.AwaitOptions;
import io.batchwright.Batch;
import io.batchwright.BatchException;
import io.batchwright.BatchHandle;
import io.batchwright.BatchNotFoundException;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.CancellingBatch;
import io.batchwright.Deleted;
import io.batchwright.HandedBackException;
import io.batchwright.HandleConsumedException;
import io.batchwright.NotEndedException;
import io.batchwright.Outcome;
import io.batchwright.sandbox.FaultRule;
import io.batchwright.sandbox.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cancel and delete consume their handle, and return a new one if they fail. */
abstract class OwnershipContract extends Contract {
  @Test
  void cancelUsesTheHandleUp() {
    BatchHandle batch = client.submit(subject.input(1));
    assertThat(batch.cancel()).isInstanceOf(Outcome.Done.class);
    assertConsumed(batch, "cancel");
    assertThat(wire.count(Operation.CANCEL)).isOne();
  }

  @Test
  void deleteUsesTheHandleUpAndRemovesWhatThereIs() {
    wire.scriptNext().fail("q-000001");
    BatchHandle batch = client.submit(subject.input(3));
    bed.awaitEnd(batch);
    List<String> files = wire.files();
    Deleted deleted = batch.delete().orElseThrow();
    assertConsumed(batch, "delete");
    List<String> gone = new ArrayList<>(files);
    if (!subject.keepsRecord()) {
      gone.add(batch.ref().id());
    }
    assertThat(deleted.removed()).containsExactlyInAnyOrderElementsOf(gone);
    assertThat(deleted.kept()).isEmpty();
    assertThat(deleted.recordRemains()).isEqualTo(subject.keepsRecord());
    assertThat(wire.files()).isEmpty();
    assertThat(wire.ids()).hasSize(subject.keepsRecord() ? 1 : 0);
  }

  @Test
  void aHandleOfOnesOwnIsNotUsedUpByAnother() {
    BatchHandle batch = client.submit(subject.input(1));
    BatchHandle other = client.open(batch.ref());
    CancellingBatch stopping = batch.cancel().orElseThrow();
    assertThat(other.status().state())
        .isEqualTo(subject.showsCancelling() ? BatchState.CANCELLING : subject.states().get(0));
    assertThat(other.cancel().orElseThrow().status().state()).isEqualTo(BatchState.CANCELLING);
    assertThat(bed.awaitEnd(stopping).state())
        .isEqualTo(subject.endOfCancelled(subject.states().get(0)));
  }

  @Test
  void cancellingWhatHasEndedIsDone() {
    BatchHandle batch = client.submit(subject.input(2));
    timer.advance(TestBed.BATCH_TIME);
    CancellingBatch ended = batch.cancel().orElseThrow();
    assertThat(wire.count(Operation.CANCEL)).isOne();
    assertThat(wire.count(Operation.RETRIEVE)).isLessThanOrEqualTo(1);
    assertThat(ended.status().state()).isEqualTo(BatchState.SUCCEEDED);
    assertThat(TestRequests.read(ended)).hasSize(2);
  }

  @Test
  void cancellingWhatIsNotThereHandsBack() {
    BatchHandle batch = client.submit(subject.input(1));
    wire.faults().on(Operation.CANCEL).once().respond(404);
    assertThat(handedBack(batch.cancel(), BatchNotFoundException.class).cancel())
        .isInstanceOf(Outcome.Done.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"500", "503", "307", "reset", "lost"})
  void aCancelThatFailsIsSentOnceAndHandsBackAHandleThatLives(String fault) {
    BatchHandle batch = client.submit(subject.input(1));
    fault(fault).accept(wire.faults().on(Operation.CANCEL).once());
    Outcome<CancellingBatch, BatchHandle> cancel = batch.cancel();
    assertThat(wire.count(Operation.CANCEL)).isOne();
    assertConsumed(batch, "cancel");
    BatchHandle kept = handedBack(cancel, BatchException.class);
    assertThat(kept.status().state().terminal()).isFalse();
    assertThat(bed.awaitEnd(kept.cancel().orElseThrow()).state())
        .isEqualTo(subject.endOfCancelled(subject.states().get(0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"500", "503", "307", "reset", "lost"})
  void aDeleteThatFailsIsSentOnceAndHandsBackAHandleThatLives(String fault) {
    BatchHandle batch = client.submit(subject.input(1));
    timer.advance(TestBed.BATCH_TIME);
    fault(fault).accept(subject.delete().fault(wire).once());
    Outcome<Deleted, BatchHandle> delete = batch.delete();
    assertThat(subject.delete().count(wire)).isOne();
    assertConsumed(batch, "delete");
    BatchHandle kept = handedBack(delete, BatchException.class);
    assertThat(kept.delete().orElseThrow().recordRemains()).isEqualTo(subject.keepsRecord());
    assertThat(wire.ids()).isEqualTo(subject.keepsRecord() ? List.of(batch.ref().id()) : List.of());
    assertThat(wire.files()).isEmpty();
  }

  @Test
  void deletingABatchThatRunsHandsItBackAndTouchesNothing() {
    BatchHandle batch = client.submit(subject.input(1));
    List<String> files = wire.files();
    BatchHandle kept = handedBack(batch.delete(), NotEndedException.class);
    assertThat(wire.files()).isEqualTo(files);
    CancellingBatch stopping = kept.cancel().orElseThrow();
    Outcome<Deleted, CancellingBatch> early = stopping.delete();
    assertThat(early).isInstanceOf(Outcome.HandedBack.class);
    assertThat(wire.files()).isEqualTo(files);
    CancellingBatch again = ((Outcome.HandedBack<Deleted, CancellingBatch>) early).handle();
    bed.awaitEnd(again);
    assertThat(again.delete().orElseThrow().removed()).isNotEmpty();
  }

  @Test
  void deletingASecondTimeFindsItGone() {
    BatchHandle first = client.submit(subject.input(1));
    BatchHandle second = client.open(first.ref());
    timer.advance(TestBed.BATCH_TIME);
    Deleted deleted = first.delete().orElseThrow();
    Outcome<Deleted, BatchHandle> again = second.delete();
    if (deleted.recordRemains()) {
      assertThat(again.orElseThrow()).isEqualTo(deleted);
    } else {
      assertThatThrownBy(again::orElseThrow)
          .isInstanceOf(HandedBackException.class)
          .hasCauseInstanceOf(BatchNotFoundException.class);
    }
  }

  @Test
  void aWaitEndsWhenItsHandleIsUsedUp() {
    BatchHandle batch = client.submit(subject.input(1));
    CompletableFuture<BatchStatus> wait = batch.awaitAsync(AwaitOptions.within(Duration.ofDays(1)));
    assertThat(batch.cancel()).isInstanceOf(Outcome.Done.class);
    assertThat(wait).isCompletedExceptionally();
    assertThatThrownBy(wait::join).hasCauseInstanceOf(HandleConsumedException.class);
    assertThat(timer.pending()).isZero();
  }

  @Test
  void resultsThatAreOpenOutliveTheHandle() {
    BatchHandle batch = client.submit(subject.input(500));
    timer.advance(TestBed.BATCH_TIME);
    try (BatchResults results = batch.results()) {
      Iterator<BatchResult> pass = results.iterator();
      pass.next();
      assertThat(batch.delete()).isInstanceOf(Outcome.Done.class);
      int rest = 0;
      for (; pass.hasNext(); pass.next()) {
        rest++;
      }
      assertThat(rest).isEqualTo(499);
    }
  }

  private static Consumer<FaultRule> fault(String name) {
    return switch (name) {
      case "reset" -> FaultRule::resetAfterRequest;
      case "lost" -> FaultRule::loseResponse;
      case "307" -> rule -> rule.redirect(307, "/elsewhere");
      case "503" -> rule -> rule.header("Retry-After", "0").respond(503);
      default -> rule -> rule.respond(Integer.parseInt(name));
    };
  }

  private static <T, H extends Batch> H handedBack(
      Outcome<T, H> outcome, Class<? extends BatchException> why) {
    assertThat(outcome).isInstanceOf(Outcome.HandedBack.class);
    Outcome.HandedBack<T, H> kept = (Outcome.HandedBack<T, H>) outcome;
    assertThat(kept.error()).isInstanceOf(why);
    return kept.handle();
  }

  private static void assertConsumed(BatchHandle batch, String by) {
    List<Runnable> uses =
        List.of(
            batch::status,
            () -> TestRequests.read(batch),
            () -> batch.awaitAsync(AwaitOptions.within(Duration.ofDays(1))).cancel(false),
            () -> batch.cancel().orElseThrow(),
            () -> batch.delete().orElseThrow());
    for (Runnable use : uses) {
      assertThatThrownBy(use::run)
          .isInstanceOfSatisfying(
              HandleConsumedException.class, used -> assertThat(used.consumedBy()).isEqualTo(by));
    }
  }
}
