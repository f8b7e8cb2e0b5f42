package io.batchwright.benchmarks.run;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.batchwright.benchmarks.plan.Scenario;
import io.batchwright.benchmarks.probe.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Measures a scenario once, in its own process. */
final class Child {
  /** The JVM's message if it is configured to exit on the first OutOfMemoryError. */
  private static final String OUT_OF_MEMORY = "OutOfMemoryError";

  private final JavaCommand java;
  private final Scenario scenario;
  private final List<String> extraArguments;
  private final Path logs;

  /**
   * Prepares a process.
   *
   * @param java the command to start it
   * @param scenario the scenario to measure
   * @param extraArguments its additional arguments
   * @param logs the folder of its output
   */
  Child(JavaCommand java, Scenario scenario, List<String> extraArguments, Path logs) {
    this.java = java;
    this.scenario = scenario;
    this.extraArguments = extraArguments;
    this.logs = logs;
  }

  Run run(int round) throws IOException, InterruptedException {
    String name = scenario.id().replaceAll("[^A-Za-z0-9.-]+", "_") + "-" + round;
    Path out = logs.resolve(name + ".out");
    Path err = logs.resolve(name + ".err");
    Process process = start(out, err);
    try {
      if (!process.waitFor(scenario.limit().toMillis(), TimeUnit.MILLISECONDS)) {
        return ended(round, Outcome.TIMEOUT, "not ended after " + scenario.limit());
      }
    } finally {
      process.destroyForcibly();
    }
    String printed = Files.readString(out);
    if (process.exitValue() == 0) {
      return new Run(scenario.id(), round, Outcome.OK, "", json(printed));
    }
    boolean dead = printed.contains(OUT_OF_MEMORY) || Files.readString(err).contains(OUT_OF_MEMORY);
    return dead
        ? ended(round, Outcome.DEAD, OUT_OF_MEMORY)
        : ended(
            round, Outcome.FAILED, "exit " + process.exitValue() + ", see " + err.getFileName());
  }

  private Process start(Path out, Path err) throws IOException {
    JavaCommand command = java.with("-XX:+ExitOnOutOfMemoryError");
    if (scenario.heap() != null) {
      command = command.with("-Xmx" + scenario.heap());
    }
    List<String> arguments = new ArrayList<>(scenario.task());
    arguments.addAll(extraArguments);
    if (scenario.cold()) {
      arguments.add("started=" + Instant.now());
    }
    return new ProcessBuilder(command.main(Probe.class, arguments.toArray(String[]::new)))
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  private Run ended(int round, Outcome outcome, String detail) {
    return new Run(scenario.id(), round, outcome, detail, new JsonObject());
  }

  /** SDKs may print too; the figures are the last line. */
  private static JsonObject json(String printed) {
    String last = printed.strip();
    return new Gson().fromJson(last.substring(last.lastIndexOf('\n') + 1), JsonObject.class);
  }
}
