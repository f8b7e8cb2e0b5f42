package io.batchwright.benchmarks.plan;

import io.batchwright.benchmarks.data.RequestsFile;
import io.batchwright.benchmarks.data.ResultsFile;
import java.util.List;

/**
 * The scenarios of a group, and the files they need.
 *
 * @param group the group
 * @param results files of results
 * @param compressed the files that are also needed compressed
 * @param requests files of requests
 * @param scenarios the scenarios
 */
public record Plan(
    Group group,
    List<ResultsFile> results,
    List<ResultsFile> compressed,
    List<RequestsFile> requests,
    List<Scenario> scenarios) {
  /** Returns the plan of a group. */
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
