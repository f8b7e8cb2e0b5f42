package io.batchwright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchHandle;
import io.batchwright.BatchResults;
import io.batchwright.ResultsAudit;
import io.batchwright.ResultsSummary;
import io.batchwright.recorder.TestName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same code yields the same results with every provider. */
@ExtendWith(TestName.class)
class SameForAllTest {
  private static final List<Subject> PROVIDERS = List.copyOf(Subjects.ALL.values());

  @Test
  void theSameRequestsYieldTheSameResults() {
    List<List<String>> runs = PROVIDERS.stream().map(provider -> run(provider)).toList();
    assertThat(runs.get(0)).hasSize(52).contains("q-000000 Errored", "q-000049 Errored");
    assertThat(runs).allSatisfy(run -> assertThat(run).isEqualTo(runs.get(0)));
  }

  @Test
  void expiredRequestsAreReportedAlike() {
    List<List<String>> runs =
        PROVIDERS.stream()
            .filter(Subject::returnsExpired)
            .map(provider -> run(provider, "q-000001"))
            .toList();
    assertThat(runs).hasSize(4);
    assertThat(runs.get(0)).hasSize(52).contains("q-000000 Errored", "q-000001 Expired");
    assertThat(runs).allSatisfy(run -> assertThat(run).isEqualTo(runs.get(0)));
  }

  private static List<String> run(Subject provider, String... expired) {
    try (TestBed bed = new TestBed(provider)) {
      bed.wire().scriptNext().fail("q-000000", "q-000049").expire(expired);
      BatchHandle batch = bed.client().submit(provider.input(50));
      bed.awaitEnd(batch);
      try (BatchResults results = batch.results()) {
        ResultsAudit audit = new ResultsAudit(TestRequests.ids(50));
        ResultsSummary summary = new ResultsSummary();
        List<String> run =
            new ArrayList<>(
                TestRequests.outcomes(TestRequests.read(results, audit::add, summary::add)));
        run.add(audit.toString());
        run.add(summary + " " + summary.usage().input() + " " + summary.usage().output());
        return run;
      }
    }
  }
}
