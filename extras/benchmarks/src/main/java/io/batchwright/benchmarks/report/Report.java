package io.batchwright.benchmarks.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.batchwright.benchmarks.run.Outcome;
import io.batchwright.benchmarks.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/** Writes all measurements: as JSON, tables, and charts. */
public final class Report {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().serializeSpecialFloatingPointValues().create();

  private final Measured measured;
  private final Machine machine;
  private final Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final String command;

  private Report(Measured measured, Machine machine, String command) {
    this.measured = measured;
    this.machine = machine;
    this.command = command;
  }

  /**
   * Prepares a report; reads the machine's properties.
   *
   * @param command the command line
   */
  public static Function<Measured, Report> begin(String command) throws IOException {
    Machine machine = Machine.here();
    return measured -> new Report(measured, machine, command);
  }

  /**
   * Writes the files.
   *
   * @return the tables
   */
  public String write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("results.json"), GSON.toJson(json()) + "\n");
    String tables = markdown();
    Files.writeString(folder.resolve("results.md"), tables);
    new Plots(measured).write(folder);
    return tables;
  }

  /** Returns the failed measurements and those with wrong totals. */
  public List<Run> failures() {
    return measured.runs().stream()
        .filter(run -> run.outcome() == Outcome.FAILED || run.outcome() == Outcome.WRONG)
        .toList();
  }

  private JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("at", at.toString());
    json.addProperty("command", command);
    json.add("machine", GSON.toJsonTree(machine));
    json.add("files", GSON.toJsonTree(measured.facts()));
    json.add("budgets", GSON.toJsonTree(new Budgets(measured).all()));
    json.add("medians", medians());
    json.add("runs", GSON.toJsonTree(measured.runs()));
    return json;
  }

  private JsonObject medians() {
    JsonObject all = new JsonObject();
    for (String scenario : measured.scenarios("")) {
      JsonObject medians = new JsonObject();
      measured.runs().stream()
          .filter(run -> run.scenario().equals(scenario))
          .flatMap(run -> run.figures().keySet().stream())
          .distinct()
          .forEach(figure -> medians.addProperty(figure, measured.median(scenario, figure)));
      all.add(scenario, medians);
    }
    return all;
  }

  private String markdown() {
    StringBuilder text = new StringBuilder("# Measured " + at + "\n\n");
    text.append("`extras/benchmarks/run").append(command.isEmpty() ? "" : " " + command);
    text.append("` on ").append(machine.cores()).append(" cores (").append(machine.processor());
    text.append("), ").append(Figure.whole(machine.memoryBytes() / 1e9)).append(" GB, ");
    text.append(machine.jdk()).append(", ").append(machine.system());
    text.append("; load when it began: ").append(machine.load()).append(". Compared: ");
    text.append(String.join(", ", machine.libraries())).append(".\n");
    if (!failures().isEmpty()) {
      text.append("\n## Broken\n\n");
      failures()
          .forEach(
              run ->
                  text.append("- " + run.scenario() + ", round " + run.round() + ": ")
                      .append(run.detail())
                      .append('\n'));
    }
    section(text, "Budgets", "", new Budgets(measured).table());
    section(text, "Reading results", "results/", ReadingTables.results(measured));
    section(
        text, "Other lines, texts and transfers", "variants/", ReadingTables.variants(measured));
    section(text, "Small heaps", "heaps/", HeapTable.of(measured));
    section(text, "First result, cold", "cold/", ColdTable.of(measured));
    section(text, "Uploads", "uploads/", SendingTables.uploads(measured));
    section(text, "Creates", "creates/", SendingTables.creates(measured));
    section(text, "Waits", "waits/", WaitTable.of(measured));
    section(text, "Growth", "growth/", GrowthTable.of(measured));
    section(text, "Against an earlier build", "gate/", GateTable.of(measured));
    section(text, "Is the server the bottleneck?", "results/", ServerTable.of(measured));
    return text.toString();
  }

  private void section(StringBuilder text, String title, String prefix, String body) {
    if (!measured.scenarios(prefix).isEmpty()) {
      text.append("\n## ").append(title).append('\n').append(body);
    }
  }
}
