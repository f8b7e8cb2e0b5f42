package io.batchwright.benchmarks.plan;

import io.batchwright.benchmarks.data.Dialect;
import io.batchwright.benchmarks.data.ResultsFile;
import java.util.ArrayList;
import java.util.List;

/** Every dialect's results by every reader. */
final class ResultsPlan {
  private static final List<String> EVERY_ROUND = List.of("drain", "ours-text", "ours-typed");
  private static final List<String> FOR_SCALE =
      List.of("ours-ids", "ours-usage", "gson", "jackson-pojo", "fastjson2-pojo");

  /** So many rounds are enough of what serves as a scale only. */
  private static final int SCALE_ROUNDS = 1;

  private ResultsPlan() {}

  static Plan of(Sizes sizes) {
    List<ResultsFile> files = new ArrayList<>();
    List<Scenario> scenarios = new ArrayList<>();
    for (Dialect dialect : Dialect.values()) {
      ResultsFile file = sizes.main(dialect);
      files.add(file);
      files.add(sizes.warm(file));
      int most = dialect == Dialect.ANTHROPIC ? Integer.MAX_VALUE : SCALE_ROUNDS;
      scenarios.add(scenario("socket", file).atMost(most));
      EVERY_ROUND.forEach(reader -> scenarios.add(scenario(reader, file)));
      Reading.sdks(dialect).forEach(reader -> scenarios.add(scenario(reader, file)));
      FOR_SCALE.forEach(reader -> scenarios.add(scenario(reader, file).atMost(most)));
    }
    return Plan.ofResults(Group.RESULTS, files, scenarios);
  }

  private static Scenario scenario(String reader, ResultsFile file) {
    return Reading.plain("results/" + file.dialect().id() + "/" + reader, reader, file);
  }
}
