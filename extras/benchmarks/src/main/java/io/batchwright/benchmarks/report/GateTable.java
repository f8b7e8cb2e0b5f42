package io.batchwright.benchmarks.report;

/** This build of the library against an earlier one. */
final class GateTable {
  private GateTable() {}

  static String of(Measured measured) {
    Table table =
        new Table("lines, reader", "before s", "now s", "now ÷ before", "CPU", "allocated ÷ input");
    for (String file : measured.steps("gate/")) {
      for (String reader : measured.steps("gate/" + file + "/")) {
        String before = "gate/" + file + "/" + reader + "/before";
        String now = "gate/" + file + "/" + reader + "/now";
        table.row(
            file + ", " + reader,
            Figure.seconds(measured, before, "wallNanos"),
            Figure.seconds(measured, now, "wallNanos"),
            Figure.of(measured.ratio("wallNanos", now, before)),
            Figure.of(measured.ratio("cpuNanos", now, before)),
            Figure.of(measured.median(now, "allocatedBytes") / measured.bytes(file)));
      }
    }
    return "\n" + table;
  }
}
