package io.batchwright.benchmarks.report;

import java.util.List;

/** Tables of uploads and creates. */
final class SendingTables {
  private SendingTables() {}

  static String uploads(Measured measured) {
    return table(measured, "uploads/", "okhttp-file/default", List.of("64m", "32m", "16m"));
  }

  static String creates(Measured measured) {
    return table(measured, "creates/", "anthropic-java/4g", List.of("1g", "64m", "32m"));
  }

  private static String table(Measured measured, String prefix, String base, List<String> heaps) {
    Table table =
        new Table(
            "sender (heap)",
            "whole call s, median (min–max)",
            "whole call ÷ " + base,
            "s from the first byte at the server to its answer",
            "MB sent",
            "MB/s from the first byte",
            "from the first byte ÷ " + base,
            "CPU s",
            "allocation ÷ sent",
            "peak RSS MB",
            heaps.get(0) + ", s",
            heaps.get(1) + ", s",
            heaps.get(2) + ", s");
    for (String sender : measured.steps(prefix)) {
      if (sender.startsWith("validate")) {
        continue;
      }
      String rows = prefix + sender + "/";
      String main = rows + measured.steps(rows).get(0);
      double sent = measured.median(main, "serverBytes");
      table.row(
          main.substring(prefix.length()),
          Figure.seconds(measured, main, "wallNanos"),
          Figure.of(measured.ratio("wallNanos", main, prefix + base)),
          Figure.seconds(measured, main, "serverNanos"),
          Figure.megabytes(sent),
          Figure.of(Figure.rate(sent, measured.median(main, "serverNanos"))),
          Figure.of(measured.ratio("serverNanos", main, prefix + base)),
          Figure.seconds(measured.median(main, "cpuNanos")),
          Figure.of(measured.median(main, "allocatedBytes") / sent),
          Figure.megabytes(measured.median(main, "peakRssBytes")),
          HeapTable.cell(measured, rows + heaps.get(0)),
          HeapTable.cell(measured, rows + heaps.get(1)),
          HeapTable.cell(measured, rows + heaps.get(2)));
    }
    return "\n" + table + validation(measured, prefix);
  }

  /** The library's work before it sends anything. */
  private static String validation(Measured measured, String prefix) {
    Table table = new Table("validation alone", "s, median (min–max)", "MB/s");
    for (String sender : measured.steps(prefix)) {
      if (sender.startsWith("validate")) {
        String id = prefix + sender + "/default";
        String file = fileOf(prefix, sender);
        table.row(
            sender,
            Figure.seconds(measured, id, "wallNanos"),
            Figure.of(Figure.rate(measured.bytes(file), measured.median(id, "wallNanos"))));
      }
    }
    return "\n" + table;
  }

  private static String fileOf(String prefix, String sender) {
    String kind = prefix.equals("uploads/") ? "upload-" : "create-";
    return kind + (sender.contains("short") ? "short" : "own");
  }
}
