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

/** An audit and a summary that the caller creates, over the results of several files. */
class ResultsByHandTest {
  @TempDir private Path dir;

  @Test
  void anAuditComparesWhatWasAddedSoFar() throws IOException {
    ResultsAudit audit = new ResultsAudit(List.of("a", "b", "c"));
    assertThat(audit.complete()).isTrue();
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
    assertThat(summary.complete()).isTrue();
    assertThat(summary.usage()).isEqualTo(new Usage(2, 7, 0, 0));
    assertThat(summary)
        .hasToString("4 results: 2 succeeded, 0 errored, 0 cancelled, 1 expired, 1 unreadable");
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

  private static String expired(String id) {
    return "{\"custom_id\":\"" + id + "\",\"result\":{\"type\":\"expired\"}}";
  }
}
