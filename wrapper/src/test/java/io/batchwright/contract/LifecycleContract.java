package io.batchwright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.Batch;
import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchNotFoundException;
import io.batchwright.BatchRef;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.CancellingBatch;
import io.batchwright.ListOptions;
import io.batchwright.NoResultsException;
import io.batchwright.ResultsAudit;
import io.batchwright.ResultsSummary;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.SandboxCall;
import io.batchwright.testing.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole lifecycle of a batch. */
abstract class LifecycleContract extends Contract {
  @Test
  void aBatchRunsToItsEndWithOneResultPerRequest() {
    BatchHandle batch = client.submit(subject.input(200));
    assertThat(wire.created()).isOne();
    BatchStatus end = bed.awaitEnd(batch);
    assertThat(end.state()).isEqualTo(BatchState.SUCCEEDED);
    assertThat(end.counts().total()).isEqualTo(200);
    assertThat(end.counts().succeeded()).isEqualTo(200);
    assertThat(end.createdAt()).isEqualTo(VirtualClock.START);
    assertThat(end.endedAt()).isEqualTo(VirtualClock.START.plus(TestBed.BATCH_TIME));
    assertThat(end.rawJson()).contains(batch.ref().id());

    try (BatchResults results = batch.results()) {
      ResultsAudit audit = new ResultsAudit(TestRequests.ids(200));
      ResultsSummary summary = new ResultsSummary();
      List<BatchResult> read = TestRequests.read(results, audit::add, summary::add);
      assertThat(TestRequests.outcomes(read))
          .isEqualTo(TestRequests.succeeded(TestRequests.ids(200)));
      assertThat(((BatchResult.Succeeded) read.get(0)).decode(subject.responseModel()))
          .isInstanceOf(subject.responseModel());
      assertThat(audit.clean()).isTrue();
      assertThat(summary.whole()).isEqualTo(200);
      assertThat(summary.usage().output()).isPositive();
    }
    assertThat(batch.delete().orElseThrow().ref()).isEqualTo(batch.ref());
    assertThat(wire.created()).isOne();
  }

  @Test
  void theListenerReceivesEachStepOnceAndInOrder() {
    BatchHandle batch = client.submit(subject.input(3));
    bed.awaitEnd(batch);
    try (BatchResults results = batch.results()) {
      TestRequests.read(results);
    }
    BatchHandle other = client.submit(subject.input(2));
    CancellingBatch cancelling = other.cancel().orElseThrow();
    batch.delete().orElseThrow();

    assertThat(cancelling.ref()).isEqualTo(other.ref());
    assertThat(bed.steps())
        .containsExactly(
            "validated 3",
            "submitted",
            "ended SUCCEEDED",
            "opened",
            "read 3",
            "validated 2",
            "submitted",
            "cancelled",
            "deleted");
  }

  @Test
  void theListenerReceivesHowMuchOfTheInputWasSent() {
    BatchHandle batch = client.submit(subject.input(3));

    assertThat(bed.uploads()).as("%s", batch).hasSize(3);
    List<Long> sent = new ArrayList<>();
    for (String upload : bed.uploads()) {
      List<String> figures = List.of(upload.split("[ :/]+", 3));
      assertThat(figures.get(0)).as("requests").isEqualTo("3");
      sent.add(Long.valueOf(figures.get(1)));
      assertThat(sent.get(sent.size() - 1)).isLessThanOrEqualTo(Long.valueOf(figures.get(2)));
    }
    assertThat(sent).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aBatchPassesItsStatesAndEachStatusIsOneGet() {
    BatchHandle batch = client.submit(subject.input(10));
    int before = wire.requests().size();
    List<BatchState> seen = new ArrayList<>();
    for (int i = 0; i <= 20; i++) {
      BatchState state = batch.status().state();
      if (seen.isEmpty() || seen.get(seen.size() - 1) != state) {
        seen.add(state);
      }
      timer.advance(TestBed.BATCH_TIME.dividedBy(20));
    }
    assertThat(seen).isEqualTo(subject.states());
    List<SandboxCall> calls = wire.requests().subList(before, wire.requests().size());
    assertThat(calls).hasSize(21).extracting(SandboxCall::method).containsOnly("GET");
    assertThat(wire.count(Operation.RETRIEVE)).isEqualTo(21);
  }

  @Test
  void anotherClientContinuesWithTheRef() {
    String written = client.submit(subject.input(3)).ref().toString();
    client.close();
    BatchHandle batch = bed.client(bed.builder()).open(BatchRef.parse(written));
    assertThat(bed.awaitEnd(batch).state()).isEqualTo(BatchState.SUCCEEDED);
    assertThat(TestRequests.read(batch)).hasSize(3);
    assertThat(batch.delete().orElseThrow().removed()).isNotEmpty();
    assertThat(wire.created()).isOne();
  }

  @Test
  void aRefOfElsewhereIsRefusedWithoutACall() {
    BatchHandle batch = client.submit(subject.input(1));
    int before = wire.requests().size();
    assertThat(batch.ref().origin()).startsWith("http://127.0.0.1:");
    try (BatchClient real = subject.builder().apiKey("k").build()) {
      assertThatThrownBy(() -> real.open(batch.ref())).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(wire.requests()).hasSize(before);
  }

  @Test
  void anUnknownBatchIsNotFound() {
    BatchRef known = client.submit(subject.input(1)).ref();
    String id = known.id().substring(0, known.id().length() - 1) + "0";
    BatchHandle batch = client.open(new BatchRef(known.provider(), id, known.origin()));
    assertThatThrownBy(batch::status).isInstanceOf(BatchNotFoundException.class);
    assertThatThrownBy(batch::results).isInstanceOf(BatchNotFoundException.class);
  }

  @Test
  void anUnknownStateIsNotAnEndAndAnEndIsOneInAnyState() {
    wire.scriptNext().status("hibernating").unknownFields();
    BatchHandle batch = client.submit(subject.input(2));
    timer.advance(TestBed.BATCH_TIME.dividedBy(2));
    BatchStatus status = batch.status();
    assertThat(status.state()).isEqualTo(BatchState.UNKNOWN);
    assertThat(status.rawState()).isEqualTo("hibernating");
    assertThat(bed.awaitEnd(batch).state()).isEqualTo(BatchState.SUCCEEDED);
    assertThat(TestRequests.read(batch)).hasSize(2);
  }

  @Test
  void aCancelKeepsWhatHadRun() {
    BatchHandle batch = client.submit(subject.input(100));
    timer.advance(TestBed.BATCH_TIME.dividedBy(2));
    CancellingBatch stopping = batch.cancel().orElseThrow();
    assertThat(stopping.status().state()).isEqualTo(BatchState.CANCELLING);
    assertThat(bed.awaitEnd(stopping).state())
        .isEqualTo(subject.endOfCancelled(BatchState.RUNNING));
    assertThat(count(stopping, BatchResult.Succeeded.class)).isEqualTo(50);
    assertThat(count(stopping, BatchResult.Cancelled.class)).isEqualTo(50);
    assertThat(stopping.delete().orElseThrow().removed()).isNotEmpty();
    assertThat(wire.count(Operation.CANCEL)).isOne();
  }

  @Test
  void anExpiredBatchReturnsItsResults() {
    wire.scriptNext().expire("q-000001");
    BatchHandle partly = client.submit(subject.input(3));
    wire.scriptNext().expireAll();
    BatchHandle wholly = client.submit(subject.input(3));
    assertThat(bed.awaitEnd(partly).state()).isEqualTo(subject.endOfPartlyExpired());
    assertThat(bed.awaitEnd(wholly).state()).isEqualTo(BatchState.EXPIRED);
    List<String> ran = TestRequests.succeeded(List.of("q-000000", "q-000002"));
    if (subject.returnsExpired()) {
      assertThat(TestRequests.outcomes(TestRequests.read(partly)))
          .containsExactly(ran.get(0), "q-000001 Expired", ran.get(1));
      assertThat(count(wholly, BatchResult.Expired.class)).isEqualTo(3);
    } else {
      assertThat(TestRequests.outcomes(TestRequests.read(partly))).isEqualTo(ran);
      assertThat(partly.status().counts().expired()).isOne();
      assertThatThrownBy(wholly::results).isInstanceOf(NoResultsException.class);
    }
  }

  @Test
  void requestsThatFailAreNoFailureOfTheBatch() {
    wire.scriptNext().fail("q-000000", "q-000001");
    BatchHandle batch = client.submit(subject.input(2));
    assertThat(bed.awaitEnd(batch).state()).isEqualTo(BatchState.SUCCEEDED);
    assertThat(count(batch, BatchResult.Errored.class)).isEqualTo(2);
  }

  @Test
  void batchesAreListedInOneOrderAndInParts() {
    List<String> made = submit(12);
    List<String> all = listed(ListOptions.all());
    assertThat(all).containsExactlyInAnyOrderElementsOf(made);
    if (subject.listsNewestFirst()) {
      Collections.reverse(made);
      assertThat(all).isEqualTo(made);
    }
    assertThat(wire.count(Operation.LIST)).isOne();
    assertThat(listed(ListOptions.all().withLimit(3))).isEqualTo(all.subList(0, 3));
    assertThat(listed(ListOptions.all().withAfter(all.get(4)))).isEqualTo(all.subList(5, 12));
    assertThat(listed(ListOptions.all().withLimit(2).withAfter(all.get(4))))
        .isEqualTo(all.subList(5, 7));
    assertThat(listed(ListOptions.all().withAfter(all.get(4)).withLimit(2)))
        .isEqualTo(all.subList(5, 7));
  }

  @Test
  void batchesAreListedToTheLastOverPages() {
    List<String> made = submit(105);
    assertThat(listed(ListOptions.all())).containsExactlyInAnyOrderElementsOf(made);
    assertThat(client.list(ListOptions.all()))
        .filteredOn(status -> status.ref().id().equals(made.get(104)))
        .singleElement()
        .extracting(BatchStatus::state)
        .isEqualTo(subject.states().get(0));
  }

  private List<String> submit(int batches) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < batches; i++) {
      ids.add(client.submit(subject.input(1)).ref().id());
      timer.advance(Duration.ofSeconds(1));
    }
    return ids;
  }

  private List<String> listed(ListOptions options) {
    List<String> ids = new ArrayList<>();
    client.list(options).forEach(status -> ids.add(status.ref().id()));
    return ids;
  }

  private static long count(Batch batch, Class<? extends BatchResult> kind) {
    return TestRequests.read(batch).stream().filter(kind::isInstance).count();
  }
}
