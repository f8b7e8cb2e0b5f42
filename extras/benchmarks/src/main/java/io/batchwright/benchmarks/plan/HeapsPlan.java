package io.batchwright.benchmarks.plan;

import io.batchwright.benchmarks.data.Dialect;
import io.batchwright.benchmarks.data.ResultsFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Which reader succeeds with which heap, in one round. */
final class HeapsPlan {
  /** The small heaps, largest first. */
  static final List<String> HEAPS = List.of("64m", "32m", "16m");

  /** A reader that barely progresses in its heap counts as failed after this time. */
  private static final Duration LIMIT = Duration.ofSeconds(25);

  private HeapsPlan() {}

  static Plan of(Sizes sizes) {
    List<ResultsFile> files = new ArrayList<>();
    List<Scenario> scenarios = new ArrayList<>();
    for (Dialect dialect : Dialect.values()) {
      ResultsFile file = sizes.main(dialect);
      files.addAll(List.of(file, sizes.warm(file)));
      List<String> readers = new ArrayList<>(Reading.sdks(dialect));
      if (dialect == Dialect.ANTHROPIC) {
        readers.addAll(List.of("ours-ids", "ours-text", "ours-typed"));
      }
      for (String reader : readers) {
        for (String heap : HEAPS) {
          String id = "heaps/" + dialect.id() + "/" + reader + "/" + heap;
          scenarios.add(Reading.plain(id, reader, file).in(heap).atMost(1).within(LIMIT));
        }
      }
    }
    return Plan.ofResults(Group.HEAPS, files, scenarios);
  }
}
