package io.batchwright.benchmarks.report;

import java.util.List;

/** Which reader succeeds with which heap, and in how many seconds. */
final class HeapTable {
  private static final List<String> HEAPS = List.of("64m", "32m", "16m");

  private HeapTable() {}

  static String of(Measured measured) {
    Table table = new Table("reader, seconds", "default heap", "-Xmx64m", "-Xmx32m", "-Xmx16m");
    for (String dialect : measured.steps("heaps/")) {
      for (String reader : measured.steps("heaps/" + dialect + "/")) {
        String prefix = "heaps/" + dialect + "/" + reader + "/";
        table.row(
            dialect + ": " + reader,
            Figure.seconds(measured.median("results/" + dialect + "/" + reader, "wallNanos")),
            cell(measured, prefix + HEAPS.get(0)),
            cell(measured, prefix + HEAPS.get(1)),
            cell(measured, prefix + HEAPS.get(2)));
      }
    }
    return "\n" + table;
  }

  static String cell(Measured measured, String scenario) {
    return Figure.seconds(measured, scenario, "wallNanos");
  }
}
