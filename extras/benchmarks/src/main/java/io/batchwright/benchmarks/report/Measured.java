package io.batchwright.benchmarks.report;

import io.batchwright.benchmarks.data.Facts;
import io.batchwright.benchmarks.run.Outcome;
import io.batchwright.benchmarks.run.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * All measurements by scenario. A figure that was not measured is NaN, as is everything computed
 * from it.
 */
public final class Measured {
  private final Map<String, List<Run>> byScenario = new LinkedHashMap<>();
  private final List<Run> runs;
  private final Map<String, Facts> facts;

  /**
   * Groups the measurements.
   *
   * @param runs every measurement
   * @param facts the totals of the files, by name
   */
  public Measured(List<Run> runs, Map<String, Facts> facts) {
    this.runs = List.copyOf(runs);
    this.facts = facts;
    runs.forEach(
        run -> byScenario.computeIfAbsent(run.scenario(), id -> new ArrayList<>()).add(run));
  }

  List<Run> runs() {
    return runs;
  }

  /** Returns the scenario names with this prefix, in the order of the plan. */
  List<String> scenarios(String prefix) {
    return byScenario.keySet().stream().filter(id -> id.startsWith(prefix)).toList();
  }

  /** Returns the distinct next segments of the names after a prefix. */
  List<String> steps(String prefix) {
    return scenarios(prefix).stream()
        .map(id -> id.substring(prefix.length()).split("/", -1)[0])
        .distinct()
        .toList();
  }

  boolean has(String scenario) {
    return byScenario.containsKey(scenario);
  }

  /** Whether it was measured and succeeded each time. */
  boolean isAlive(String scenario) {
    return has(scenario)
        && byScenario.getOrDefault(scenario, List.of()).stream()
            .allMatch(run -> run.outcome() == Outcome.OK);
  }

  /** Returns how the measurements ended, as one word. */
  String outcome(String scenario) {
    return byScenario.getOrDefault(scenario, List.of()).stream()
        .map(Run::outcome)
        .filter(outcome -> outcome != Outcome.OK)
        .map(
            outcome ->
                switch (outcome) {
                  case DEAD -> "dead";
                  case TIMEOUT -> "timeout";
                  case WRONG -> "wrong";
                  case FAILED -> "failed";
                  case OK -> "ok";
                })
        .findFirst()
        .orElse(has(scenario) ? "ok" : "");
  }

  /** Returns the values of a figure in all successful rounds, in ascending order. */
  double[] values(String scenario, String figure) {
    return byScenario.getOrDefault(scenario, List.of()).stream()
        .filter(run -> run.outcome() == Outcome.OK && run.figures().has(figure))
        .mapToDouble(run -> run.figures().get(figure).getAsDouble())
        .sorted()
        .toArray();
  }

  double median(String scenario, String figure) {
    return median(values(scenario, figure));
  }

  static double median(double[] sorted) {
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  double least(String scenario, String figure) {
    return Arrays.stream(values(scenario, figure)).min().orElse(Double.NaN);
  }

  double most(String scenario, String figure) {
    return DoubleStream.of(values(scenario, figure)).max().orElse(Double.NaN);
  }

  /** Divides the median of one scenario by that of another. */
  double ratio(String figure, String scenario, String other) {
    return median(scenario, figure) / median(other, figure);
  }

  /** Returns the size of a file in bytes. */
  double bytes(String file) {
    Facts known = facts.get(file);
    return known == null ? Double.NaN : known.bytes();
  }

  double lines(String file) {
    Facts known = facts.get(file);
    return known == null ? Double.NaN : known.lines();
  }

  Map<String, Facts> facts() {
    return facts;
  }
}
