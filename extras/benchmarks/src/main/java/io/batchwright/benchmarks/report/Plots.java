package io.batchwright.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The charts of a report; one without measurements is omitted. */
final class Plots {
  private static final double MEGA = 1e6;
  private static final double GIGA = 1e9;

  private final Measured measured;

  Plots(Measured measured) {
    this.measured = measured;
  }

  void write(Path folder) throws IOException {
    for (String dialect : measured.steps("results/")) {
      readers(folder, dialect);
    }
    BarChart cold = new BarChart("First result in a process just started", "seconds");
    for (String scenario : measured.scenarios("cold/")) {
      cold.bar(name(scenario, "cold/"), measured.median(scenario, "firstResultNanos") / GIGA);
    }
    write(folder, "cold", cold);
    sending(folder, "uploads", "Upload of a file of requests to OpenAI");
    sending(folder, "creates", "Create with requests inside at Anthropic");
    growth(folder);
  }

  private void readers(Path folder, String dialect) throws IOException {
    String prefix = "results/" + dialect + "/";
    double bytes = measured.bytes(dialect);
    BarChart speed = new BarChart("Reading results, " + dialect, "MB/s (longer is better)");
    BarChart allocation =
        new BarChart("Allocation, " + dialect, "bytes allocated ÷ bytes read (shorter is better)");
    for (String reader : measured.steps(prefix)) {
      String id = prefix + reader;
      speed.bar(reader, Figure.rate(bytes, measured.median(id, "wallNanos")));
      allocation.bar(reader, measured.median(id, "allocatedBytes") / bytes);
    }
    write(folder, "reading-" + dialect, speed);
    write(folder, "allocation-" + dialect, allocation);
  }

  private void sending(Path folder, String group, String title) throws IOException {
    BarChart chart = new BarChart(title, "seconds from the first byte to the answer");
    for (String sender : measured.steps(group + "/")) {
      String rows = group + "/" + sender + "/";
      String main = rows + measured.steps(rows).get(0);
      if (!sender.startsWith("validate")) {
        chart.bar(sender, measured.median(main, "serverNanos") / GIGA);
      }
    }
    write(folder, group, chart);
  }

  private void growth(Path folder) throws IOException {
    LineChart wall = new LineChart("Growth: time", "MB of results", "seconds");
    LineChart memory = new LineChart("Growth: memory", "MB of results", "peak RSS, MB");
    for (String reader : measured.steps("growth/")) {
      for (String scenario : measured.scenarios("growth/" + reader + "/")) {
        double size = measured.median(scenario, "serverBytes") / MEGA;
        wall.point(reader, size, measured.median(scenario, "wallNanos") / GIGA);
        memory.point(reader, size, measured.median(scenario, "peakRssBytes") / MEGA);
      }
    }
    if (!wall.isEmpty()) {
      Files.writeString(folder.resolve("growth-wall.svg"), wall.svg());
      Files.writeString(folder.resolve("growth-memory.svg"), memory.svg());
    }
  }

  /** Puts ours first, so that its bar has its color. */
  private static String name(String scenario, String prefix) {
    String[] steps = scenario.substring(prefix.length()).split("/", -1);
    return steps[1] + ", " + steps[0];
  }

  private static void write(Path folder, String name, BarChart chart) throws IOException {
    if (!chart.isEmpty()) {
      Files.writeString(folder.resolve(name + ".svg"), chart.svg());
    }
  }
}
