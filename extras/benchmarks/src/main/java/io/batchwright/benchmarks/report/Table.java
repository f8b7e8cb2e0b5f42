package io.batchwright.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown; all columns except the first are numbers. */
final class Table {
  private final List<String> rows = new ArrayList<>();

  Table(String... head) {
    row(head);
    rows.add("|---|" + "--:|".repeat(head.length - 1));
  }

  void row(String... cells) {
    rows.add(
        List.of(cells).stream()
            .map(cell -> cell.replace("|", "\\|"))
            .collect(Collectors.joining(" | ", "| ", " |")));
  }

  @Override
  public String toString() {
    return String.join("\n", rows) + "\n";
  }
}
