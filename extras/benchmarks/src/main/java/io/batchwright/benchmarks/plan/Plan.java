package io.batchwright.benchmarks.plan;

import io.batchwright.benchmarks.data.RequestsFile;
import io.batchwright.benchmarks.data.ResultsFile;
import java.util.List;

/**
 * What a group measures, and the files it needs.
 *
 * @param group the group
 * @param results files of results
 * @param compressed those that are needed compressed too
 * @param requests files of requests
 * @param scenarios what is measured
 */
public record Plan(
    Group group,
    List<ResultsFile> results,
    List<ResultsFile> compressed,
    List<RequestsFile> requests,
    List<Scenario> scenarios) {
  /** Gives the plan of a group. */
  public static Plan of(Group group, Sizes sizes) {
    return switch (group) {
      case RESULTS -> ResultsPlan.of(sizes);
      case VARIANTS -> VariantsPlan.of(sizes);
      case HEAPS -> HeapsPlan.of(sizes);
      case COLD -> ColdPlan.of(sizes);
      case UPLOADS -> UploadsPlan.of(sizes);
      case CREATES -> CreatesPlan.of(sizes);
      case WAITS -> WaitsPlan.of(sizes);
      case GROWTH -> GrowthPlan.of(sizes);
      case GATE -> GatePlan.of(sizes);
    };
  }

  static Plan ofResults(Group group, List<ResultsFile> results, List<Scenario> scenarios) {
    return new Plan(group, results, List.of(), List.of(), scenarios);
  }

  static Plan ofRequests(Group group, List<RequestsFile> requests, List<Scenario> scenarios) {
    return new Plan(group, List.of(), List.of(), requests, scenarios);
  }
}
