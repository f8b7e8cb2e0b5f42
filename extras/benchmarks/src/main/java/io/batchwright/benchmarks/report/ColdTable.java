package io.batchwright.benchmarks.report;

/** The first result of a new process. */
final class ColdTable {
  private ColdTable() {}

  static String of(Measured measured) {
    Table table = new Table("reader", "s from start to first result, median (min–max)", "÷ SDK");
    for (String dialect : measured.steps("cold/")) {
      String prefix = "cold/" + dialect + "/";
      for (String reader : measured.steps(prefix)) {
        table.row(
            dialect + ": " + reader,
            Figure.seconds(measured, prefix + reader, "firstResultNanos"),
            Figure.of(
                measured.ratio(
                    "firstResultNanos", prefix + reader, prefix + ReadingTables.sdk(dialect))));
      }
    }
    return "\n" + table;
  }
}
