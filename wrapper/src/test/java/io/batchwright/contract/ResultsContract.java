package io.batchwright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.BatchHandle;
import io.batchwright.BatchNotFoundException;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.BatchState;
import io.batchwright.MalformedResponseException;
import io.batchwright.NoResultsException;
import io.batchwright.NotEndedException;
import io.batchwright.ResultsAudit;
import io.batchwright.ResultsOptions;
import io.batchwright.ResultsSummary;
import io.batchwright.Usage;
import io.batchwright.sandbox.BatchScript;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.Position;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The results of a batch are one stream with each request once, whatever their format. */
abstract class ResultsContract extends Contract {
  /** Variations that make no difference to the reader. */
  @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
  enum Form {
    PLAIN(script -> {}),
    CRLF(BatchScript::crlf),
    UNTERMINATED(BatchScript::noFinalNewline),
    UNKNOWN_FIELDS(BatchScript::unknownFields),
    RESHUFFLED(BatchScript::reshuffle),
    GZIPPED(BatchScript::gzip),
    ALL_IN_ONE_FILE(BatchScript::everythingInOneFile),
    EMPTY_FILE_IDS(BatchScript::emptyFileIds),
    NAMED_LATE(script -> script.withholdFiles(1));

    private final Consumer<BatchScript> script;

    Form(Consumer<BatchScript> script) {
      this.script = script;
    }
  }

  private BatchHandle ended(int requests) {
    BatchHandle batch = client.submit(subject.input(requests));
    timer.advance(TestBed.BATCH_TIME);
    return batch;
  }

  private BatchHandle ended(int requests, Form form) {
    BatchHandle batch = ended(requests);
    if (form == Form.NAMED_LATE && !subject.endsBeforeItsResults()) {
      assertThat(bed.awaitEnd(batch).state().terminal()).isTrue();
    }
    return batch;
  }

  @ParameterizedTest
  @EnumSource
  void everyOutcomeIsReadOnceInAnyFormat(Form form) {
    form.script.accept(wire.scriptNext().fail("q-000001").expire("q-000003"));
    BatchHandle batch = ended(6, form);
    List<String> outcomes = new ArrayList<>(TestRequests.succeeded(TestRequests.ids(6)));
    outcomes.set(1, "q-000001 Errored");
    outcomes.set(3, "q-000003 Expired");
    if (!subject.returnsExpired()) {
      outcomes.remove(3);
    }
    try (BatchResults results = batch.results()) {
      ResultsAudit audit = new ResultsAudit(TestRequests.ids(6));
      ResultsSummary summary = new ResultsSummary();
      assertThat(TestRequests.outcomes(TestRequests.read(results, audit::add, summary::add)))
          .isEqualTo(outcomes);
      assertThat(audit.missing())
          .isEqualTo(subject.returnsExpired() ? List.of() : List.of("q-000003"));
      assertThat(audit.clean()).isEqualTo(subject.returnsExpired());
      assertThat(
              List.of(
                  summary.count(BatchResult.Kind.SUCCEEDED),
                  summary.count(BatchResult.Kind.ERRORED),
                  summary.count(BatchResult.Kind.EXPIRED)))
          .containsExactly(4L, 1L, subject.returnsExpired() ? 1L : 0L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBatchWithoutSuccessesReturnsItsFailures(Form form) {
    form.script.accept(wire.scriptNext().fail("q-000000", "q-000001"));
    assertThat(TestRequests.outcomes(TestRequests.read(ended(2, form))))
        .containsExactly("q-000000 Errored", "q-000001 Errored");
  }

  @Test
  void anErrorHasTheProvidersMessageAboutTheRequest() {
    BatchHandle batch =
        client.submit(subject.input(List.of("q-is-fine-1", "q-errored-1", "q-is-fine-2")));
    timer.advance(TestBed.BATCH_TIME);
    assertThat(TestRequests.read(batch))
        .filteredOn(result -> result instanceof BatchResult.Errored)
        .singleElement()
        .isInstanceOfSatisfying(
            BatchResult.Errored.class,
            errored -> {
              assertThat(errored.customId()).isEqualTo("q-errored-1");
              assertThat(errored.error().message()).isEqualTo("Asked for by its id.");
              assertThat(errored.error().retryable()).isTrue();
              assertThat(errored.json().size()).isPositive();
            });
  }

  @ParameterizedTest
  @EnumSource
  void aBadLineIsAResultAndNotTheEnd(Position position) {
    wire.scriptNext().badLine(position);
    try (BatchResults results = ended(4).results()) {
      ResultsAudit audit = new ResultsAudit(TestRequests.ids(4));
      ResultsSummary summary = new ResultsSummary();
      List<BatchResult> read = TestRequests.read(results, audit::add, summary::add);
      assertThat(read).hasSize(5);
      assertThat(TestRequests.outcomes(read))
          .containsAll(TestRequests.succeeded(TestRequests.ids(4)));
      assertThat(summary.count(BatchResult.Kind.UNREADABLE)).isOne();
      assertThat(audit.missing()).isEmpty();
      assertThat(audit.clean()).isFalse();
    }
  }

  @Test
  void theAuditNamesWhatIsMissingDoubleOrStrange() {
    wire.scriptNext()
        .dropLine("q-000001")
        .repeatLine("q-000002")
        .unknownIdLine("who-is-this")
        .rawLine("{}");
    try (BatchResults results = ended(4).results()) {
      ResultsAudit audit = new ResultsAudit(TestRequests.ids(4));
      assertThat(TestRequests.read(results, audit::add)).hasSize(6);
      assertThat(audit.missing()).containsExactly("q-000001");
      assertThat(audit.duplicates()).containsExactly("q-000002");
      assertThat(audit.unknown()).containsExactly("who-is-this");
      assertThat(audit.unidentified()).isOne();
    }
  }

  @Test
  void theSummaryAddsUpTheUsage() {
    try (BatchResults results = ended(3).results()) {
      ResultsSummary summary = new ResultsSummary();
      Usage usage = Usage.NONE;
      for (BatchResult result : results) {
        Usage one = ((BatchResult.Succeeded) result).usage();
        summary.add(result);
        assertThat(one).isNotNull();
        assertThat(one.input()).isPositive();
        usage = usage.plus(one);
      }
      assertThat(summary.usage()).isEqualTo(usage);
      assertThat(summary.total()).isEqualTo(3);
    }
  }

  @Test
  void keptLinesReadAgainAreTheSameResults(@TempDir Path folder) {
    wire.scriptNext().fail("q-000003").expire("q-000005").badLine(Position.MIDDLE);
    BatchHandle batch = ended(20);
    Path file = folder.resolve("kept.jsonl");
    try (BatchResults results = batch.results()) {
      assertThat(results.saveTo(file)).isEqualTo(subject.returnsExpired() ? 21 : 20);
    }
    try (BatchResults again = subject.readResults(file)) {
      ResultsAudit audit = new ResultsAudit(TestRequests.ids(20));
      assertThat(TestRequests.outcomes(TestRequests.read(again, audit::add)))
          .isEqualTo(TestRequests.outcomes(TestRequests.read(batch)));
      assertThat(audit.missing())
          .isEqualTo(subject.returnsExpired() ? List.of() : List.of("q-000005"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void resultsAreInTheRequestedOrder(Form form, @TempDir Path folder) {
    form.script.accept(wire.scriptNext().fail("q-000001", "q-000003"));
    BatchHandle batch = ended(6, form);
    List<String> backwards =
        List.of("q-000005", "q-000004", "q-000003", "q-000002", "q-000001", "q-000000");
    try (BatchResults results = batch.results(ResultsOptions.defaults().withOrderOf(backwards))) {
      ResultsAudit audit = new ResultsAudit(TestRequests.ids(6));
      List<BatchResult> read = TestRequests.read(results, audit::add);
      assertThat(read).extracting(BatchResult::customId).isEqualTo(backwards);
      assertThat(TestRequests.outcomes(read))
          .isEqualTo(TestRequests.outcomes(TestRequests.read(batch)));
      assertThat(audit.clean()).isTrue();
    }
    Path file = folder.resolve("kept.jsonl");
    ResultsOptions sent = ResultsOptions.defaults().withOrderOf(TestRequests.ids(6));
    try (BatchResults results = batch.results(sent)) {
      assertThat(results.saveTo(file)).isEqualTo(6);
    }
    try (BatchResults again = subject.readResults(file)) {
      assertThat(TestRequests.read(again))
          .extracting(BatchResult::customId)
          .isEqualTo(TestRequests.ids(6));
    }
  }

  @Test
  void resentRequestsHaveTheirOwnResults() {
    wire.scriptNext().fail("q-000001", "q-000002");
    List<String> failed =
        TestRequests.read(ended(4)).stream()
            .filter(result -> result instanceof BatchResult.Errored)
            .map(BatchResult::customId)
            .sorted()
            .toList();
    BatchHandle again = client.submit(subject.input(4).only(failed));
    timer.advance(TestBed.BATCH_TIME);
    assertThat(TestRequests.outcomes(TestRequests.read(again)))
        .isEqualTo(TestRequests.succeeded(failed));
  }

  @Test
  void resultsOfABatchThatRunsAreNotThereYet() {
    BatchHandle batch = client.submit(subject.input(1));
    timer.advance(TestBed.BATCH_TIME.dividedBy(2));
    assertThatThrownBy(batch::results)
        .isInstanceOfSatisfying(
            NotEndedException.class,
            error -> assertThat(error.status().state()).isEqualTo(BatchState.RUNNING));
  }

  @Test
  void resultsThatAreBrieflyNotFoundAreRequestedAgain() {
    BatchHandle batch = ended(1);
    // Where results are inline, the batch itself is not found the second time.
    boolean inBatch = subject.results().operation() == Operation.RETRIEVE;
    int moments = inBatch ? 1 : 5;
    subject.results().fault(wire).times(moments).respond(404);
    assertThat(TestRequests.read(batch)).hasSize(1);
    assertThat(timer.sleeps()).hasSize(moments);

    subject.results().fault(wire).always().respond(404);
    assertThatThrownBy(batch::results)
        .isInstanceOf(inBatch ? BatchNotFoundException.class : NoResultsException.class);
  }

  @Test
  void aPageOfAProxyIsNoResults() {
    BatchHandle batch = ended(2);
    subject
        .results()
        .fault(wire)
        .always()
        .respond(200, Map.of("content-type", "text/html; charset=utf-8"), "<p>\nOne moment.\n");
    assertThatThrownBy(batch::results).isInstanceOf(MalformedResponseException.class);
    wire.faults().clear();
    assertThat(TestRequests.read(batch)).hasSize(2);
  }

  @Test
  void resultsAreOpenedWithThePatienceOfAPoll() {
    BatchHandle batch = ended(2);
    subject.results().fault(wire).times(20).respond(502);
    assertThat(TestRequests.read(batch)).hasSize(2);

    subject.results().fault(wire).once().header("Retry-After", "77").respond(429);
    assertThat(TestRequests.read(batch)).hasSize(2);
    assertThat(timer.sleeps()).contains(Duration.ofSeconds(77));

    Wording quota = subject.quotaExceeded();
    int sleeps = timer.sleeps().size();
    subject
        .results()
        .fault(wire)
        .once()
        .respond(
            quota.status(), Map.of("content-type", "application/json"), quota.body("No credit."));
    assertThatThrownBy(batch::results).isInstanceOf(quota.kind());
    assertThat(timer.sleeps()).hasSize(sleeps);
  }

  @Test
  void aDeletedBatchHasNoResults() {
    BatchHandle batch = ended(1);
    assertThat(client.open(batch.ref()).delete().orElseThrow().removed()).isNotEmpty();
    assertThatThrownBy(batch::results)
        .isInstanceOf(
            subject.keepsRecord() ? NoResultsException.class : BatchNotFoundException.class);
  }
}
