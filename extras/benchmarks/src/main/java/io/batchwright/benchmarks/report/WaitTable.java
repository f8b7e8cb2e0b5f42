package io.batchwright.benchmarks.report;

/** The cost of waiting. */
final class WaitTable {
  private static final double MILLI = 1e6;

  private WaitTable() {}

  static String of(Measured measured) {
    Table table =
        new Table(
            "waits",
            "own threads (not daemon)",
            "OkHttp's threads",
            "calls: lists + single",
            "rounds of polls",
            "calls a round",
            "whole s",
            "CPU s",
            "heap after GC MB",
            "late by ms: p50",
            "p99",
            "max");
    for (String count : measured.steps("waits/")) {
      String id = "waits/" + count;
      table.row(
          count,
          whole(measured, id, "libraryThreads")
              + " ("
              + whole(measured, id, "libraryThreadsNotDaemon")
              + ")",
          whole(measured, id, "okHttpThreads"),
          whole(measured, id, "listCalls") + " + " + whole(measured, id, "retrieveCalls"),
          Figure.of(measured.median(id, "rounds")),
          Figure.of(measured.median(id, "callsPerRound")),
          Figure.seconds(measured, id, "wallNanos"),
          Figure.seconds(measured.median(id, "cpuNanos")),
          Figure.megabytes(measured.median(id, "heapAfterGcBytes")),
          Figure.of(measured.median(id, "latenessP50Nanos") / MILLI),
          Figure.of(measured.median(id, "latenessP99Nanos") / MILLI),
          Figure.of(measured.median(id, "latenessMaxNanos") / MILLI));
    }
    return "\n" + table;
  }

  private static String whole(Measured measured, String id, String figure) {
    return Figure.whole(measured.median(id, figure));
  }
}
