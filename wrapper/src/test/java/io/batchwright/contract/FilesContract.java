package io.batchwright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchState;
import io.batchwright.Deleted;
import io.batchwright.NoResultsException;
import io.batchwright.Outcome;
import io.batchwright.ProviderException;
import io.batchwright.sandbox.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** For providers whose batches have files and continue to exist without them. */
abstract class FilesContract extends Contract {
  private FileSubject files;

  @BeforeEach
  void know() {
    files = (FileSubject) subject;
  }

  @Test
  void anInterruptedDeleteIsCompletedByTheNext() {
    wire.scriptNext().fail("q-000001");
    BatchHandle batch = client.submit(subject.input(2));
    bed.awaitEnd(batch);
    List<String> three = wire.files();
    assertThat(three).hasSize(3);
    wire.faults().on(Operation.DELETE).after(1).once().respond(500);
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
    assertThat(bed.awaitEnd(batch).state()).isEqualTo(BatchState.FAILED);
    assertThatThrownBy(batch::results).isInstanceOf(NoResultsException.class);
    assertThat(batch.delete().orElseThrow().kept()).containsExactly(input);
  }

  @Test
  void resultsAreRetriedWhileTheBatchNamesNoFile() {
    wire.scriptNext().withholdFiles(2);
    BatchHandle batch = client.submit(subject.input(3));
    timer.advance(TestBed.BATCH_TIME);
    assertThat(TestRequests.read(batch)).hasSize(3);
    assertThat(timer.sleeps()).hasSize(2);
    assertThat(wire.count(Operation.RETRIEVE)).isEqualTo(3);
  }

  @Test
  void aBatchThatNeverNamesAFileHasNoResults() {
    wire.scriptNext().withholdFiles(100);
    BatchHandle batch = client.submit(subject.input(3));
    timer.advance(TestBed.BATCH_TIME);
    assertThatThrownBy(batch::results)
        .isInstanceOf(NoResultsException.class)
        .hasMessageContaining("names none of them, and counts 3 requests as done");
    assertThat(wire.count(Operation.RETRIEVE)).isEqualTo(7);
    assertThat(timer.sleeps().stream().mapToLong(Duration::toSeconds).sum()).isEqualTo(69);
    assertThat(wire.count(Operation.RESULTS)).isZero();
  }

  @Test
  void aFileThatIsStillThereIsNotCalledRemoved() {
    BatchHandle batch = client.submit(subject.input(1));
    timer.advance(TestBed.BATCH_TIME);
    wire.faults()
        .on(Operation.DELETE)
        .once()
        .respond(200, Map.of(), "{\"id\":\"x\",\"deleted\":false}");
    Outcome<Deleted, BatchHandle> outcome = batch.delete();
    assertThat(outcome).isInstanceOf(Outcome.HandedBack.class);
    BatchHandle again = ((Outcome.HandedBack<Deleted, BatchHandle>) outcome).handle();
    assertThat(again.delete().orElseThrow().removed()).hasSize(2);
    assertThat(wire.files()).isEmpty();
  }

  @Test
  void aRefusedDeleteOfAFileHandsBackWithTheReason() {
    BatchHandle batch = client.submit(subject.input(1));
    timer.advance(TestBed.BATCH_TIME);
    wire.faults().on(Operation.DELETE).once().respond(403);
    assertThat(batch.delete())
        .isInstanceOfSatisfying(
            Outcome.HandedBack.class,
            kept -> assertThat(kept.error()).isInstanceOf(ProviderException.class));
    assertThat(wire.files()).hasSize(2);
  }

  private String upload(String... lines) {
    return files.upload(bed, List.of(lines));
  }
}
