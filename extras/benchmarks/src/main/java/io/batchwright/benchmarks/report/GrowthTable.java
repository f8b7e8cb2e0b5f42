package io.batchwright.benchmarks.report;

/** Time and memory for results of increasing size. */
final class GrowthTable {
  private GrowthTable() {}

  static String of(Measured measured) {
    Table table = new Table("reader", "MB", "wall s", "MB/s", "peak RSS MB");
    for (String reader : measured.steps("growth/")) {
      for (String step : measured.steps("growth/" + reader + "/")) {
        String id = "growth/" + reader + "/" + step;
        double bytes = measured.median(id, "serverBytes");
        table.row(
            reader,
            Figure.megabytes(bytes),
            Figure.seconds(measured, id, "wallNanos"),
            Figure.of(Figure.rate(bytes, measured.median(id, "wallNanos"))),
            Figure.megabytes(measured.median(id, "peakRssBytes")));
      }
    }
    return "\n" + table;
  }
}
