package io.batchwright.conformance.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table with a row per SDK and a column per step. */
record Table(List<Row> rows) {

  /** Formats it as Markdown with aligned columns. */
  List<String> lines() {
    List<List<String>> cells = new ArrayList<>();
    cells.add(line("SDK", Stream.of(Step.values()).map(Step::title)));
    cells.add(line("---", Stream.of(Step.values()).map(step -> "---")));
    for (Row row : rows) {
      cells.add(line(row.sdk(), Stream.of(Step.values()).map(step -> cell(row, step))));
    }
    return cells.stream().map(line -> padded(line, cells)).toList();
  }

  private static List<String> line(String first, Stream<String> rest) {
    return Stream.concat(Stream.of(first), rest).toList();
  }

  private static String cell(Row row, Step step) {
    Verdict verdict = row.verdicts().get(step);
    return verdict == null ? "not run" : verdict.label();
  }

  private static String padded(List<String> line, List<List<String>> cells) {
    List<String> padded = new ArrayList<>();
    for (int i = 0; i < line.size(); i++) {
      int column = i;
      int width = cells.stream().mapToInt(other -> other.get(column).length()).max().orElse(0);
      padded.add(line.get(i) + " ".repeat(width - line.get(i).length()));
    }
    return padded.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }
}
