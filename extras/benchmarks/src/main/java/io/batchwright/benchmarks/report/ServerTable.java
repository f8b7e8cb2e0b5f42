package io.batchwright.benchmarks.report;

import java.util.List;

/**
 * Whether the server is the bottleneck: the throughput of a bare socket, and the server's CPU time.
 */
final class ServerTable {
  private ServerTable() {}

  static String of(Measured measured) {
    Table table = new Table("client", "MB/s", "the server's CPU ÷ wall", "the client's CPU ÷ wall");
    for (String dialect : measured.steps("results/")) {
      for (String reader : List.of("socket", "drain", "ours-ids")) {
        String id = "results/" + dialect + "/" + reader;
        double wall = measured.median(id, "wallNanos");
        table.row(
            dialect + ": " + reader,
            Figure.of(Figure.rate(measured.bytes(dialect), wall)),
            Figure.of(measured.median(id, "serverCpuNanos") / wall),
            Figure.of(measured.median(id, "cpuNanos") / wall));
      }
    }
    return "\n" + table;
  }
}
