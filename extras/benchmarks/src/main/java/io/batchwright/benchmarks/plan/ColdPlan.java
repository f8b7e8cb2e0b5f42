package io.batchwright.benchmarks.plan;

import io.batchwright.benchmarks.data.Dialect;
import io.batchwright.benchmarks.data.ResultsFile;
import io.batchwright.benchmarks.data.Script;
import java.util.ArrayList;
import java.util.List;

/**
 * From the start of a process to its first result with its text; for {@code drain} and {@code
 * socket}, which parse no results, to the first bytes.
 */
final class ColdPlan {
  private static final int LINES = 500;
  private static final int LINE = 2_000;

  private ColdPlan() {}

  static Plan of(Sizes sizes) {
    List<ResultsFile> files = new ArrayList<>();
    List<Scenario> scenarios = new ArrayList<>();
    for (Dialect dialect : Dialect.values()) {
      ResultsFile file =
          new ResultsFile("cold-" + dialect.id(), dialect, Script.PROSE, LINES, LINE);
      files.add(file);
      List<String> readers = new ArrayList<>(List.of("ours-text"));
      readers.addAll(Reading.sdks(dialect));
      if (dialect == Dialect.ANTHROPIC) {
        readers.addAll(List.of("drain", "socket"));
      }
      for (String reader : readers) {
        scenarios.add(
            Scenario.of(
                    "cold/" + dialect.id() + "/" + reader,
                    "first",
                    "reader=" + reader,
                    "dialect=" + dialect.id(),
                    "file=" + file.name())
                .reading(Scenario.Reads.plain(file.name()))
                .inTheCold());
      }
    }
    return Plan.ofResults(Group.COLD, files, scenarios);
  }
}
