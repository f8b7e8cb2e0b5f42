package io.batchwright.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonObject;
import io.batchwright.benchmarks.data.Facts;
import io.batchwright.benchmarks.run.Outcome;
import io.batchwright.benchmarks.run.Run;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetsTest {
  @Test
  void figuresAreMediansOfTheRoundsThatCameThrough() {
    Measured measured =
        new Measured(
            List.of(
                run("results/anthropic/drain", 1, 100),
                run("results/anthropic/drain", 2, 120),
                run("results/anthropic/drain", 3, 900),
                run("results/anthropic/ours-ids", 1, 180),
                run("results/anthropic/anthropic-java", 1, 1_800)),
            Map.of("anthropic", new Facts(1, 1, 1, 1, 1, 1)));
    List<Budget> budgets = new Budgets(measured).all();
    assertThat(budgets.get(0).figure()).isEqualTo(1.5);
    assertThat(budgets.get(0).verdict()).isEqualTo("floor met");
    assertThat(budgets.get(1).figure()).isEqualTo(10);
    assertThat(budgets.get(1).verdict()).isEqualTo("goal met");
  }

  @Test
  void whatWasNotMeasuredIsNeitherMetNorMissed() {
    assertThat(new Budgets(new Measured(List.of(), Map.of())).all())
        .extracting(Budget::verdict)
        .containsOnly("not measured");
  }

  @Test
  void aHeapInWhichOneOfThemDiesDoesNotDo() {
    Measured measured =
        new Measured(
            List.of(
                run("heaps/anthropic/ours-ids/64m", 1, 1),
                run("heaps/anthropic/ours-ids/32m", 1, 1),
                run("heaps/anthropic/ours-text/64m", 1, 1),
                new Run("heaps/anthropic/ours-text/32m", 1, Outcome.DEAD, "", new JsonObject())),
            Map.of());
    assertThat(new Budgets(measured).all())
        .filteredOn(budget -> budget.line().startsWith("heap for results"))
        .extracting(Budget::figure, Budget::verdict)
        .containsExactly(tuple(64.0, "**floor missed**"));
  }

  private static Run run(String scenario, int round, long nanos) {
    JsonObject figures = new JsonObject();
    figures.addProperty("wallNanos", nanos);
    return new Run(scenario, round, Outcome.OK, "", figures);
  }
}
