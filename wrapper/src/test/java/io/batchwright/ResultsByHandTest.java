package io.batchwright;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.anthropic.Anthropic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An audit and a summary created by the caller, over the results of several files. */
class ResultsByHandTest {
  @TempDir private Path dir;

  @Test
  void anAuditComparesWhatWasAddedSoFar() throws IOException {
    ResultsAudit audit = new ResultsAudit(List.of("a", "b", "c"));
    assertThat(audit.missing()).containsExactly("a", "b", "c");

    addAll(audit, succeeded("a", 3), expired("x"));
    assertThat(audit).hasToString("2 missing, 0 duplicate, 1 unknown, 0 unidentified");
    addAll(audit, succeeded("a", 3), "no JSON", succeeded("b", 4));
    assertThat(audit.missing()).containsExactly("c");
    assertThat(audit.duplicates()).containsExactly("a");
    assertThat(audit.unknown()).containsExactly("x");
    assertThat(audit.unidentified()).isOne();
    assertThat(audit.clean()).isFalse();
  }

  @Test
  void anAuditIsCleanWhenEachRequestHasOneOutcome() throws IOException {
    ResultsAudit audit = new ResultsAudit(List.of("a", "b"));
    addAll(audit, expired("b"), succeeded("a", 3));
    assertThat(audit.clean()).isTrue();
  }

  @Test
  void aSummaryCountsWhatWasAddedSoFar() throws IOException {
    ResultsSummary summary = new ResultsSummary();
    assertThat(summary.usage()).isEqualTo(Usage.NONE);
    for (BatchResult result : results(succeeded("a", 3), expired("x"), "no JSON")) {
      summary.add(result);
    }
    for (BatchResult result : results(succeeded("b", 4))) {
      summary.add(result);
    }
    assertThat(summary.usage()).isEqualTo(Usage.builder().input(2).output(7).build());
    assertThat(summary)
        .hasToString("4 results: 2 succeeded, 1 expired, 1 unreadable; not whole: 2 unknown");
  }

  @Test
  void requestsThatFailedForAMomentAreResent() throws IOException {
    ResultsAudit audit = new ResultsAudit(List.of("ok", "late", "missing", "busy", "bad", "twice"));
    addAll(
        audit,
        succeeded("ok", 1),
        expired("late"),
        errored("busy", "overloaded_error"),
        errored("bad", "invalid_request_error"),
        errored("twice", "rate_limit_error"),
        succeeded("twice", 1));
    assertThat(audit.toResend()).containsExactly("late", "missing", "busy");
  }

  @Test
  void aSummaryCountsErrorsFinishesAndModels() throws IOException {
    ResultsSummary summary = new ResultsSummary();
    results(
            errored("a", "overloaded_error"),
            errored("b", "api_error"),
            errored("c", "overloaded_error"),
            responded("d", "m-1", "max_tokens"),
            responded("e", "m-2", "end_turn"),
            responded("f", "m-1", "tool_use"))
        .forEach(summary::add);
    assertThat(summary.errors().entrySet())
        .extracting(Object::toString)
        .containsExactly("overloaded_error: sorry=2", "api_error: sorry=1");
    assertThat(summary.count(Finish.Reason.LENGTH)).isOne();
    assertThat(summary.whole()).isEqualTo(2);
    assertThat(summary.usageByModel()).containsEntry("m-1", Usage.builder().output(2).build());
    assertThat(summary.usageByModel()).containsEntry("m-2", Usage.builder().output(1).build());
    assertThat(summary).hasToString("6 results: 3 succeeded, 3 errored; not whole: 1 length");
  }

  private void addAll(ResultsAudit audit, String... lines) throws IOException {
    results(lines).forEach(audit::add);
  }

  private List<BatchResult> results(String... lines) throws IOException {
    Path file = Files.write(dir.resolve("results.jsonl"), List.of(lines));
    try (BatchResults results = Anthropic.readResults(file)) {
      List<BatchResult> read = new ArrayList<>();
      results.forEach(read::add);
      return read;
    }
  }

  private static String succeeded(String id, int outputTokens) {
    return "{\"custom_id\":\""
        + id
        + "\",\"result\":{\"type\":\"succeeded\",\"message\":{\"usage\":{\"input_tokens\":1,"
        + "\"output_tokens\":"
        + outputTokens
        + "}}}}";
  }

  private static String responded(String id, String model, String reason) {
    return "{\"custom_id\":\"%s\",\"result\":{\"type\":\"succeeded\",\"message\":{\"model\":\"%s\",\"stop_reason\":\"%s\",\"usage\":{\"output_tokens\":1}}}}"
        .formatted(id, model, reason);
  }

  private static String errored(String id, String type) {
    return "{\"custom_id\":\"%s\",\"result\":{\"type\":\"errored\",\"error\":{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":\"%s: sorry\"}}}}"
        .formatted(id, type, type);
  }

  private static String expired(String id) {
    return "{\"custom_id\":\"" + id + "\",\"result\":{\"type\":\"expired\"}}";
  }
}
