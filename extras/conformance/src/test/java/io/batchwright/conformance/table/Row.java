package io.batchwright.conformance.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The verdicts on one SDK.
 *
 * @param sdk its name and version
 * @param verdicts by step; a step without a test is missing
 */
record Row(String sdk, Map<Step, Verdict> verdicts) {

  /** Saves it for the table, which another process may print. */
  void saveTo(Path folder) throws IOException {
    List<String> lines = new ArrayList<>(List.of(sdk));
    verdicts.forEach((step, verdict) -> lines.add(step + " " + verdict));
    Files.createDirectories(folder);
    Files.write(
        folder.resolve(sdk.replaceAll("[ /]", "_") + ".row"), lines, StandardCharsets.UTF_8);
  }

  static Row load(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    Map<Step, Verdict> verdicts = new EnumMap<>(Step.class);
    for (String line : lines.subList(1, lines.size())) {
      String[] parts = line.split(" ", 2);
      verdicts.put(Step.valueOf(parts[0]), Verdict.valueOf(parts[1]));
    }
    return new Row(lines.get(0), verdicts);
  }
}
