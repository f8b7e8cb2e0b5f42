package io.batchwright.benchmarks.plan;

import io.batchwright.benchmarks.data.ResultsFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Results of increasing size; the SDK stops at a gigabyte, because of the time it takes. */
final class GrowthPlan {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private GrowthPlan() {}

  static Plan of(Sizes sizes) {
    ResultsFile small = sizes.small();
    ResultsFile middle = sizes.middle();
    List<Scenario> scenarios = new ArrayList<>();
    for (String reader : List.of("ours-text", "anthropic-java")) {
      scenarios.add(scenario(reader, small, 1));
      for (int times : sizes.growth()) {
        boolean longest = times == Collections.max(sizes.growth());
        if (!longest || reader.equals("ours-text")) {
          scenarios.add(scenario(reader, middle, times));
        }
      }
    }
    List<ResultsFile> files = List.of(small, sizes.warm(small), middle, sizes.warm(middle));
    return Plan.ofResults(Group.GROWTH, files, scenarios);
  }

  private static Scenario scenario(String reader, ResultsFile file, int times) {
    Scenario.Reads reads = new Scenario.Reads(file.name(), times == 1 ? "" : ".x" + times, times);
    String id = "growth/" + reader + "/" + reads.served();
    return Reading.of(id, reader, file, reads).atMost(1).within(LIMIT);
  }
}
