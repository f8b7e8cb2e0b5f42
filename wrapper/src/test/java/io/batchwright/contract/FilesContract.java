package io.batchwright.contract;

import static io.batchwright.SubmitException.Delivery.NOT_SENT;
import static io.batchwright.SubmitException.Delivery.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchState;
import io.batchwright.Deleted;
import io.batchwright.ListOptions;
import io.batchwright.NoResultsException;
import io.batchwright.Outcome;
import io.batchwright.ProviderException;
import io.batchwright.SubmitException;
import io.batchwright.sandbox.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** For providers whose batches are made of files: the files come and go with the batch. */
abstract class FilesContract extends Contract {
  private FileSubject files;

  @BeforeEach
  void know() {
    files = (FileSubject) subject;
  }

  private SubmitException submitFails(BatchInput input) {
    SubmitException error = catchThrowableOfType(SubmitException.class, () -> client.submit(input));
    assertThat(error).isNotNull();
    return error;
  }

  @ParameterizedTest
  @EnumSource
  void anUploadThatFailsIsSentOnceAndNeverBecomesABatch(SendFault fault) {
    fault.befall(wire.faults().on(Operation.UPLOAD).once());
    SubmitException error = submitFails(subject.ask(2));
    assertThat(error.delivery()).isEqualTo(fault.delivery() == REJECTED ? REJECTED : NOT_SENT);
    assertThat(error.uploadedFileId()).isNull();
    assertThat(wire.count(Operation.UPLOAD)).isOne();
    assertThat(wire.count(Operation.CREATE)).isZero();
    assertThat(wire.created()).isZero();
  }

  @Test
  void anUploadWhoseAnswerWasLostMayBeRepeated() {
    wire.faults().on(Operation.UPLOAD).once().loseResponse();
    SubmitException error = submitFails(subject.ask(2));
    assertThat(error.delivery()).isEqualTo(NOT_SENT);
    assertThat(error.retryable()).isTrue();
    assertThat(client.submit(subject.ask(2)).ref().id()).isEqualTo(wire.ids().get(0));
    assertThat(wire.created()).isOne();
  }

  @Test
  void anUploadIsNotSentOnAPooledConnectionEither() {
    wire.faults().on(Operation.LIST).once().closeIdle();
    assertThat(client.list(ListOptions.ALL)).isEmpty();
    assertThat(client.submit(subject.ask(1)).ref().id()).isEqualTo(wire.ids().get(0));
    assertThat(wire.count(Operation.UPLOAD)).isOne();
    assertThat(wire.files()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aCreateThatFailsLeavesAFileThatNeedsNoSecondUpload(SendFault fault) {
    fault.befall(wire.faults().on(Operation.CREATE).once());
    SubmitException error = submitFails(subject.ask(2));
    assertThat(wire.files()).containsExactly(error.uploadedFileId());
    BatchHandle batch =
        client.submit(BatchInput.uploaded(wire.files().get(0)), files.withUploaded());
    assertThat(stage.awaitEnd(batch).state()).isEqualTo(BatchState.SUCCEEDED);
    assertThat(Questions.read(batch)).hasSize(2);
    assertThat(wire.count(Operation.UPLOAD)).isOne();
    assertThat(wire.count(Operation.CREATE)).isEqualTo(2);
    assertThat(wire.created()).isOne();
  }

  @Test
  void aDeleteKeepsAnInputThatTheLibraryDidNotUpload() {
    String input = upload(subject.line("q-000000", subject.body("q-000000")).toString());
    BatchHandle batch = client.submit(BatchInput.uploaded(input), files.withUploaded());
    stage.awaitEnd(batch);
    List<String> results = new ArrayList<>(wire.files());
    results.remove(input);
    Deleted deleted = batch.delete().orElseThrow();
    assertThat(deleted.kept()).containsExactly(input);
    assertThat(deleted.removed()).hasSize(1).isEqualTo(results);
    assertThat(wire.files()).containsExactly(input);
  }

  @Test
  void aDeleteThatStopsHalfWayIsTakenUpByTheNext() {
    wire.scriptNext().fail("q-000001");
    BatchHandle batch = client.submit(subject.ask(2));
    stage.awaitEnd(batch);
    List<String> three = wire.files();
    assertThat(three).hasSize(3);
    wire.faults().on(Operation.DELETE).after(1).once().answer(500);
    Outcome<Deleted, BatchHandle> delete = batch.delete();
    assertThat(delete).isInstanceOf(Outcome.HandedBack.class);
    assertThat(wire.files()).hasSize(2);
    Outcome.HandedBack<Deleted, BatchHandle> kept =
        (Outcome.HandedBack<Deleted, BatchHandle>) delete;
    assertThat(kept.handle().delete().orElseThrow().removed())
        .containsExactlyInAnyOrderElementsOf(three);
    assertThat(wire.files()).isEmpty();
    assertThat(wire.count(Operation.DELETE)).isEqualTo(5);
  }

  @Test
  void aBatchThatFailedAsAWholeIsAStateAndHasNoResults() {
    String input = upload("no JSON", "[]");
    BatchHandle batch = client.submit(BatchInput.uploaded(input), files.withUploaded());
    assertThat(stage.awaitEnd(batch).state()).isEqualTo(BatchState.FAILED);
    assertThatThrownBy(batch::results).isInstanceOf(NoResultsException.class);
    assertThat(batch.delete().orElseThrow().kept()).containsExactly(input);
  }

  @Test
  void aFileThatNobodyKnowsNeverRuns() {
    BatchInput unknown = BatchInput.uploaded("file-nobody-knows");
    if (files.missesInputLate()) {
      BatchHandle batch = client.submit(unknown, files.withUploaded());
      assertThat(stage.awaitEnd(batch).state()).isEqualTo(BatchState.FAILED);
      assertThatThrownBy(batch::results).isInstanceOf(NoResultsException.class);
      assertThat(wire.created()).isOne();
    } else {
      SubmitException error =
          catchThrowableOfType(
              SubmitException.class, () -> client.submit(unknown, files.withUploaded()));
      assertThat(error.delivery()).isEqualTo(REJECTED);
      assertThat(error).hasCauseInstanceOf(ProviderException.class);
      assertThat(wire.created()).isZero();
    }
    assertThat(wire.count(Operation.UPLOAD)).isZero();
  }

  @Test
  void resultsAreLookedForAgainWhileTheBatchNamesNoFile() {
    wire.scriptNext().withholdFiles(2);
    BatchHandle batch = client.submit(subject.ask(3));
    timer.advance(Stage.BATCH_TIME);
    assertThat(Questions.read(batch)).hasSize(3);
    assertThat(timer.sleeps()).hasSize(2);
    assertThat(wire.count(Operation.RETRIEVE)).isEqualTo(3);
  }

  @Test
  void aBatchThatNeverNamesAFileHasNoResults() {
    wire.scriptNext().withholdFiles(100);
    BatchHandle batch = client.submit(subject.ask(3));
    timer.advance(Stage.BATCH_TIME);
    assertThatThrownBy(batch::results)
        .isInstanceOf(NoResultsException.class)
        .hasMessageContaining("names no file of them, and counts 3 requests as done");
    assertThat(wire.count(Operation.RETRIEVE)).isEqualTo(3);
    assertThat(wire.count(Operation.RESULTS)).isZero();
  }

  @Test
  void aFileThatIsStillThereIsNotCalledRemoved() {
    BatchHandle batch = client.submit(subject.ask(1));
    timer.advance(Stage.BATCH_TIME);
    wire.faults()
        .on(Operation.DELETE)
        .once()
        .answer(200, Map.of(), "{\"id\":\"x\",\"deleted\":false}");
    Outcome<Deleted, BatchHandle> outcome = batch.delete();
    assertThat(outcome).isInstanceOf(Outcome.HandedBack.class);
    BatchHandle again = ((Outcome.HandedBack<Deleted, BatchHandle>) outcome).handle();
    assertThat(again.delete().orElseThrow().removed()).hasSize(2);
    assertThat(wire.files()).isEmpty();
  }

  @Test
  void aRefusedDeleteOfAFileHandsBackWithTheReason() {
    BatchHandle batch = client.submit(subject.ask(1));
    timer.advance(Stage.BATCH_TIME);
    wire.faults().on(Operation.DELETE).once().answer(403);
    assertThat(batch.delete())
        .isInstanceOfSatisfying(
            Outcome.HandedBack.class,
            kept -> assertThat(kept.error()).isInstanceOf(ProviderException.class));
    assertThat(wire.files()).hasSize(2);
  }

  private String upload(String... lines) {
    return files.upload(stage, List.of(lines));
  }
}
