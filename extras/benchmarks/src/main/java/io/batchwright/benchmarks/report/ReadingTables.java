package io.batchwright.benchmarks.report;

import java.util.List;
import java.util.Map;

/** Tables of readers, by dialect and by variant. */
final class ReadingTables {
  private static final Map<String, String> VARIANT_FILES =
      Map.of("gzip", "middle", "chunked", "middle");

  private static final Map<String, String> SDKS =
      Map.of(
          "anthropic", "anthropic-java",
          "openai", "openai-java-typed",
          "gemini", "google-genai",
          "zhipu", "zai-sdk");

  private ReadingTables() {}

  /** Returns the SDK that a dialect's readers are compared with. */
  static String sdk(String dialect) {
    return SDKS.getOrDefault(dialect, "anthropic-java");
  }

  static String results(Measured measured) {
    StringBuilder text = new StringBuilder();
    for (String dialect : measured.steps("results/")) {
      text.append(table(measured, "results/" + dialect + "/", dialect, sdk(dialect)));
    }
    return text.toString();
  }

  static String variants(Measured measured) {
    StringBuilder text = new StringBuilder();
    for (String variant : measured.steps("variants/")) {
      String file = VARIANT_FILES.getOrDefault(variant, variant);
      text.append(table(measured, "variants/" + variant + "/", file, "anthropic-java"));
    }
    return text.toString();
  }

  private static String table(Measured measured, String prefix, String file, String sdk) {
    double bytes = measured.bytes(file);
    Table table =
        new Table(
            "reader",
            "wall s, median (min–max)",
            "MB/s",
            "÷ drain",
            "× faster than " + sdk,
            "CPU s",
            "CPU: × less than " + sdk,
            "allocation ÷ input",
            "peak RSS MB");
    List<String> readers = measured.steps(prefix);
    for (String reader : readers) {
      String id = prefix + reader;
      double wall = measured.median(id, "wallNanos");
      table.row(
          reader,
          Figure.seconds(measured, id, "wallNanos"),
          Figure.of(Figure.rate(bytes, wall)),
          Figure.of(measured.ratio("wallNanos", id, prefix + "drain")),
          Figure.of(measured.ratio("wallNanos", prefix + sdk, id)),
          Figure.seconds(measured.median(id, "cpuNanos")),
          Figure.of(measured.ratio("cpuNanos", prefix + sdk, id)),
          Figure.of(measured.median(id, "allocatedBytes") / bytes),
          Figure.megabytes(measured.median(id, "peakRssBytes")));
    }
    String title = prefix.substring(0, prefix.length() - 1);
    return "\n### "
        + title
        + ": "
        + Figure.whole(measured.lines(file))
        + " lines, "
        + Figure.megabytes(bytes)
        + " MB\n\n"
        + table;
  }
}
