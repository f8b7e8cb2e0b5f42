package io.batchwright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.Batch;
import io.batchwright.BatchClient;
import io.batchwright.BatchInput;
import io.batchwright.BatchResult;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.InputReport;
import io.batchwright.InvalidInputException;
import io.batchwright.ProviderLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Input that is invalid by itself is refused before it is sent, and the provider would refuse it.
 */
abstract class LimitsContract extends Contract {
  @TempDir Path folder;

  private InputReport report(BatchClient by, BatchInput input) {
    InputReport report = by.validate(input);
    if (report.problemCount() > 0) {
      assertThatThrownBy(() -> by.submit(input))
          .isInstanceOfSatisfying(
              InvalidInputException.class, error -> assertThat(error.report()).isEqualTo(report))
          .message()
          .hasSizeLessThan(2000)
          .doesNotContain("question");
    }
    assertThat(wire.requests()).isEmpty();
    return report;
  }

  private BatchInput file(List<String> lines) throws IOException {
    return BatchInput.ofFile(Files.write(folder.resolve("input.jsonl"), lines));
  }

  @ParameterizedTest
  @EnumSource
  void theLibraryAndTheProviderRefuseTheSame(BadLine bad) throws IOException {
    boolean wrong = bad.breaksARule(subject, client.limits());
    List<String> lines = bad.input(subject);

    InputReport report = report(client, file(lines));
    assertThat(report.requests()).isEqualTo(3);
    assertThat(report.problemCount()).isEqualTo(wrong ? 1 : 0);
    assertThat(report.problems())
        .hasSize(wrong ? 1 : 0)
        .allSatisfy(
            problem -> {
              assertThat(problem.line()).isEqualTo(3);
              assertThat(problem.message()).contains(bad.remedy(subject));
            });

    Verdict verdict = verdict(lines, 3L);
    if (subject.refusedByTheLibraryAlone().contains(bad)) {
      assertThat(wrong).isTrue();
      assertThat(verdict).isEqualTo(Verdict.ACCEPTED);
    } else {
      assertThat(verdict).isNotEqualTo(wrong ? Verdict.ACCEPTED : Verdict.REFUSED);
    }
  }

  @Test
  void anInputWithoutARequestIsRefusedByBoth() throws IOException {
    assertThat(report(client, file(List.of())).problems())
        .singleElement()
        .hasToString("The input has no requests; add at least one");
    assertThat(verdict(List.of(), null)).isEqualTo(Verdict.REFUSED);
  }

  @Test
  void oneRequestTooManyIsRefusedByBoth() {
    long limit = client.limits().maxRequests();
    boolean wrong = limit != ProviderLimits.UNKNOWN_MAX_REQUESTS;
    long most = wrong ? limit : 1000;
    List<String> ids =
        LongStream.rangeClosed(0, most).mapToObj(i -> "q-%06d".formatted(i)).toList();

    InputReport report = client.validate(subject.input(ids));
    assertThat(report.problemCount()).isEqualTo(wrong ? 1 : 0);
    assertThat(report.problems())
        .hasSize(wrong ? 1 : 0)
        .allSatisfy(
            problem -> assertThat(problem.message()).contains("limit of " + most + " per batch"));
    assertThat(wire.requests()).isEmpty();

    String line = subject.line("ID", subject.body("ID")).toString();
    List<String> lines = ids.stream().map(id -> line.replace("ID", id)).toList();
    assertThat(verdict(lines, null)).isEqualTo(wrong ? Verdict.REFUSED : Verdict.ACCEPTED);
  }

  @Test
  void configuredLimitsReplaceTheProviders() {
    ProviderLimits limits = client.limits();
    BatchClient few = bed.client(bed.builder().limits(limits.toBuilder().maxRequests(2).build()));
    long two = client.validate(subject.input(2)).bytes();
    BatchClient small = bed.client(bed.builder().limits(limits.toBuilder().maxBytes(two).build()));
    assertThat(report(few, subject.input(2)).problems()).isEmpty();
    assertThat(report(few, subject.input(3)).problems())
        .singleElement()
        .hasToString("3 requests exceed the limit of 2 per batch; split the input");
    assertThat(report(small, subject.input(2)).problems()).isEmpty();
    assertThat(report(small, subject.input(3)).problems())
        .singleElement()
        .asString()
        .endsWith(" bytes exceed the limit of " + two + " per batch; split the input");
  }

  @Test
  void theReportIsBounded() throws IOException {
    InputReport report = report(client, file(Collections.nCopies(1000, "{}")));
    assertThat(report.requests()).isEqualTo(1000);
    assertThat(report.problemCount()).isEqualTo(1000);
    assertThat(report.problems()).hasSize(InputReport.MOST_PROBLEMS);
  }

  /** How the provider handles lines that were sent without the library's validation. */
  private enum Verdict {
    ACCEPTED,
    /** The batch runs and the request fails: the library may leave the check to the provider. */
    REQUEST_FAILS,
    REFUSED
  }

  /** Sends lines, of which this one is the invalid one, if any; null stands for all together. */
  private Verdict verdict(List<String> lines, @Nullable Long atFault) {
    RawSubmission sent = subject.sendUnchecked(bed, lines);
    Batch batch = sent.batch();
    if (batch == null) {
      assertThat(sent.refusal()).isNotEmpty();
      return Verdict.REFUSED;
    }
    BatchStatus end = bed.awaitEnd(batch);
    if (end.state() == BatchState.FAILED) {
      assertThat(end.errors())
          .hasSize(subject.reportsWhyItFailed() ? 1 : 0)
          .allSatisfy(error -> assertThat(error.line()).isEqualTo(atFault));
      return Verdict.REFUSED;
    }
    boolean fails =
        TestRequests.read(batch).stream().anyMatch(BatchResult.Errored.class::isInstance);
    return fails ? Verdict.REQUEST_FAILS : Verdict.ACCEPTED;
  }
}
