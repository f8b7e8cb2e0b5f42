package io.batchwright.benchmarks.plan;

import io.batchwright.benchmarks.data.Dialect;
import io.batchwright.benchmarks.data.ResultsFile;
import java.util.ArrayList;
import java.util.List;

/** Every dialect's results with every reader. */
final class ResultsPlan {
  private static final List<String> EVERY_ROUND =
      List.of("drain", "ours-ids", "ours-text", "ours-typed");

  /** Measured at Anthropic only, in one round. */
  private static final List<String> FOR_SCALE =
      List.of("socket", "ours-usage", "gson", "fastjson2-pojo");

  private ResultsPlan() {}

  static Plan of(Sizes sizes) {
    List<ResultsFile> files = new ArrayList<>();
    List<Scenario> scenarios = new ArrayList<>();
    for (Dialect dialect : Dialect.values()) {
      ResultsFile file = sizes.main(dialect);
      files.add(file);
      files.add(sizes.warm(file));
      EVERY_ROUND.forEach(reader -> scenarios.add(scenario(reader, file)));
      Reading.sdks(dialect).forEach(reader -> scenarios.add(scenario(reader, file)));
      if (dialect == Dialect.ANTHROPIC) {
        scenarios.add(scenario("jackson-pojo", file));
        FOR_SCALE.forEach(reader -> scenarios.add(scenario(reader, file).atMost(1)));
      }
    }
    return Plan.ofResults(Group.RESULTS, files, scenarios);
  }

  private static Scenario scenario(String reader, ResultsFile file) {
    return Reading.plain("results/" + file.dialect().id() + "/" + reader, reader, file);
  }
}
