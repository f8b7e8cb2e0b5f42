package io.batchwright.benchmarks.plan;

import io.batchwright.benchmarks.data.ResultsFile;
import java.util.ArrayList;
import java.util.List;

/** Anthropic's results with other lines, other texts and other transfers. */
final class VariantsPlan {
  private static final List<String> READERS = List.of("drain", "ours-text", "anthropic-java");

  /**
   * The number of rounds for other texts and transfers; short lines have a budget and run in all
   * rounds.
   */
  private static final int ROUNDS = 3;

  private static final int SHORT = 1000;

  private VariantsPlan() {}

  static Plan of(Sizes sizes) {
    ResultsFile middle = sizes.middle();
    List<ResultsFile> others =
        List.of(sizes.halfKilobyte(), sizes.fiftyBytes(), sizes.escapes(), sizes.chinese());
    List<Scenario> scenarios = new ArrayList<>();
    for (ResultsFile file : others) {
      add(scenarios, file.name(), file, Scenario.Reads.plain(file.name()));
    }
    for (String mode : List.of("gzip", "chunked")) {
      add(scenarios, mode, middle, new Scenario.Reads(middle.name(), "." + mode, 1));
    }
    List<ResultsFile> files = new ArrayList<>(List.of(middle, sizes.warm(middle)));
    others.forEach(file -> files.addAll(List.of(file, sizes.warm(file))));
    List<ResultsFile> compressed = List.of(middle, sizes.warm(middle));
    return new Plan(Group.VARIANTS, files, compressed, List.of(), scenarios);
  }

  private static void add(
      List<Scenario> scenarios, String variant, ResultsFile file, Scenario.Reads reads) {
    for (String reader : READERS) {
      String id = "variants/" + variant + "/" + reader;
      boolean isShort = file.lineBytes() < SHORT;
      Scenario scenario = Reading.of(id, reader, file, reads);
      scenarios.add(isShort ? scenario : scenario.atMost(ROUNDS));
    }
  }
}
