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
import io.batchwright.ProviderException;
import io.batchwright.SubmitException;
import io.batchwright.sandbox.Operation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** For providers to which requests are uploaded first. */
abstract class UploadsContract extends Contract {
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
    SubmitException error = submitFails(subject.input(2));
    assertThat(error.delivery()).isEqualTo(fault.delivery() == REJECTED ? REJECTED : NOT_SENT);
    assertThat(error.uploadedFileId()).isNull();
    assertThat(wire.count(Operation.UPLOAD)).isOne();
    assertThat(wire.count(Operation.CREATE)).isZero();
    assertThat(wire.created()).isZero();
  }

  @Test
  void anUploadWhoseResponseWasLostMayBeRepeated() {
    wire.faults().on(Operation.UPLOAD).once().loseResponse();
    SubmitException error = submitFails(subject.input(2));
    assertThat(error.delivery()).isEqualTo(NOT_SENT);
    assertThat(error.retryable()).isTrue();
    assertThat(client.submit(subject.input(2)).ref().id()).isEqualTo(wire.ids().get(0));
    assertThat(wire.created()).isOne();
  }

  @Test
  void anUploadIsNotSentOnAPooledConnectionEither() {
    wire.faults().on(Operation.LIST).once().closeIdle();
    assertThat(client.list(ListOptions.all())).isEmpty();
    assertThat(client.submit(subject.input(1)).ref().id()).isEqualTo(wire.ids().get(0));
    assertThat(wire.count(Operation.UPLOAD)).isOne();
    assertThat(wire.files()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aCreateThatFailsLeavesAFileThatNeedsNoSecondUpload(SendFault fault) {
    fault.befall(wire.faults().on(Operation.CREATE).once());
    SubmitException error = submitFails(subject.input(2));
    assertThat(wire.files()).containsExactly(error.uploadedFileId());
    BatchHandle batch =
        client.submit(BatchInput.uploaded(wire.files().get(0)), files.withUploaded());
    assertThat(bed.awaitEnd(batch).state()).isEqualTo(BatchState.SUCCEEDED);
    assertThat(TestRequests.read(batch)).hasSize(2);
    assertThat(wire.count(Operation.UPLOAD)).isOne();
    assertThat(wire.count(Operation.CREATE)).isEqualTo(2);
    assertThat(wire.created()).isOne();
  }

  @Test
  void aDeleteKeepsAnInputThatTheLibraryDidNotUpload() {
    String input = upload(subject.line("q-000000", subject.body("q-000000")).toString());
    BatchHandle batch = client.submit(BatchInput.uploaded(input), files.withUploaded());
    bed.awaitEnd(batch);
    List<String> results = new ArrayList<>(wire.files());
    results.remove(input);
    Deleted deleted = batch.delete().orElseThrow();
    assertThat(deleted.kept()).containsExactly(input);
    assertThat(results).hasSize(1);
    if (!subject.keepsRecord()) {
      results.add(batch.ref().id());
    }
    assertThat(deleted.removed()).containsExactlyInAnyOrderElementsOf(results);
    assertThat(wire.files()).containsExactly(input);
  }

  @Test
  void anUnknownFileNeverRuns() {
    BatchInput unknown = BatchInput.uploaded("file-nobody-knows");
    if (files.missesInputLate()) {
      BatchHandle batch = client.submit(unknown, files.withUploaded());
      assertThat(bed.awaitEnd(batch).state()).isEqualTo(BatchState.FAILED);
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

  private String upload(String... lines) {
    return files.upload(bed, List.of(lines));
  }
}
