package io.batchwright.benchmarks.plan;

import io.batchwright.benchmarks.data.ResultsFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Anthropic's results in three kinds of lines, read alternately by this build and by an earlier
 * one.
 */
final class GatePlan {
  private static final List<String> READERS = List.of("ours-ids", "ours-text", "ours-typed");

  private GatePlan() {}

  static Plan of(Sizes sizes) {
    List<ResultsFile> files = new ArrayList<>();
    List<Scenario> scenarios = new ArrayList<>();
    for (ResultsFile file : List.of(sizes.middle(), sizes.halfKilobyte(), sizes.longChinese())) {
      files.addAll(List.of(file, sizes.warm(file)));
      for (String reader : READERS) {
        String id = "gate/" + file.name() + "/" + reader;
        Scenario now = Reading.plain(id + "/now", reader, file);
        scenarios.add(Reading.plain(id + "/before", reader, file).onEarlierBuild());
        scenarios.add(now);
      }
    }
    return Plan.ofResults(Group.GATE, files, scenarios);
  }
}
