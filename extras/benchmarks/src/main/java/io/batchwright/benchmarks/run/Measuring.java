package io.batchwright.benchmarks.run;

import io.batchwright.benchmarks.data.DataFolder;
import io.batchwright.benchmarks.data.Facts;
import io.batchwright.benchmarks.data.RequestsFile;
import io.batchwright.benchmarks.data.ResultsFile;
import io.batchwright.benchmarks.plan.Plan;
import io.batchwright.benchmarks.plan.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Generates the files, starts the server, and measures one scenario after the other, round by
 * round.
 */
public final class Measuring {
  private final DataFolder data;
  private final Path logs;
  private final Map<String, Facts> facts = new HashMap<>();
  private final JavaCommand java = JavaCommand.likeThis();
  private final UsedJars usedJars;
  private final int warmSeconds;
  private final Instant began = Instant.now();

  /**
   * Prepares the measurements.
   *
   * @param data the folder of the files
   * @param logs the folder of the processes' output
   * @param warmSeconds the minimum warm-up time of a process
   * @param earlierBuild the jar of the library for scenarios with an earlier build, or null
   */
  public Measuring(DataFolder data, Path logs, int warmSeconds, @Nullable Path earlierBuild) {
    this.warmSeconds = warmSeconds;
    this.data = data;
    this.logs = logs;
    this.usedJars = new UsedJars(java, logs, earlierBuild);
  }

  /** Runs all measurements and returns them; each round covers all plans. */
  public List<Run> run(List<Plan> plans, int rounds) throws IOException, InterruptedException {
    Files.createDirectories(logs);
    for (Plan plan : plans) {
      createFiles(plan);
    }
    List<Scenario> scenarios = plans.stream().flatMap(plan -> plan.scenarios().stream()).toList();
    List<Run> runs = new ArrayList<>();
    try (ServerProcess server =
        ServerProcess.start(java, data.folder(), logs.resolve("server.err"))) {
      for (int round = 1; round <= rounds; round++) {
        for (Scenario scenario : scenarios) {
          if (round <= scenario.rounds()) {
            Run run = measure(server, scenario, round);
            say(run, round + "/" + rounds);
            runs.add(run);
          }
        }
      }
    }
    return runs;
  }

  /** Returns the totals of the files, by name. */
  public Map<String, Facts> facts() {
    return Map.copyOf(facts);
  }

  private void createFiles(Plan plan) throws IOException {
    for (ResultsFile file : plan.results()) {
      System.err.println("file " + file.name());
      facts.put(file.name(), data.need(file));
    }
    for (ResultsFile file : plan.compressed()) {
      System.err.println("file " + file.name() + ".gz");
      data.needCompressed(file);
    }
    for (RequestsFile file : plan.requests()) {
      System.err.println("file " + file.name());
      facts.put(file.name(), data.need(file));
    }
  }

  private Run measure(ServerProcess server, Scenario scenario, int round)
      throws IOException, InterruptedException {
    server.bench().clear();
    Scenario resolved = resolved(scenario);
    // With a small heap, only success matters, not speed.
    int warm = scenario.heap() == null ? warmSeconds : 0;
    List<String> extraArguments = List.of("url=" + server.url(), "warmSeconds=" + warm);
    Run run =
        new Child(usedJars.command(resolved, extraArguments), resolved, extraArguments, logs)
            .run(round);
    if (run.outcome() != Outcome.OK) {
      return run;
    }
    ServerSide.addTo(run, scenario, server.bench().stats());
    Scenario.Reads reads = scenario.reads();
    if (reads == null) {
      return run;
    }
    Facts expected = Objects.requireNonNull(facts.get(reads.file())).times(reads.times());
    String differences = Check.differences(run.figures(), expected);
    return differences.isEmpty()
        ? run
        : new Run(run.scenario(), round, Outcome.WRONG, differences, run.figures());
  }

  /** Replaces the names of files with their paths. */
  private Scenario resolved(Scenario scenario) {
    List<String> task =
        scenario.task().stream()
            .map(
                argument -> {
                  int at = argument.indexOf("=@");
                  return at < 0
                      ? argument
                      : argument.substring(0, at + 1) + data.path(argument.substring(at + 2));
                })
            .toList();
    return scenario.withTask(task);
  }

  private void say(Run run, String round) {
    Duration gone = Duration.between(began, Instant.now());
    String figure =
        run.figures().has("wallNanos")
            ? String.format(Locale.ROOT, "%.3f s", run.figures().get("wallNanos").getAsLong() / 1e9)
            : "";
    System.err.printf(
        Locale.ROOT,
        "%02d:%02d round %s %-50s %s %s %s%n",
        gone.toMinutes(),
        gone.toSecondsPart(),
        round,
        run.scenario(),
        run.outcome(),
        figure,
        run.detail());
  }
}
