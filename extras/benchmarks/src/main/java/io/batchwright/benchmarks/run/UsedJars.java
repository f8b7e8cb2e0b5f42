package io.batchwright.benchmarks.run;

import io.batchwright.benchmarks.plan.Scenario;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Limits the class path of each process to the jars that it loads classes from, like that of a
 * program with one library. All SDKs are on one class path here; the JVM keeps the directories of
 * opened jars in the heap, and some are larger than the smallest heaps.
 */
final class UsedJars {
  private static final Pattern SOURCE = Pattern.compile(" source: (file:\\S+)");

  private final JavaCommand java;
  private final Path logs;
  private final @Nullable Path earlierBuild;
  private final Map<String, JavaCommand> known = new HashMap<>();

  UsedJars(JavaCommand java, Path logs, @Nullable Path earlierBuild) {
    this.java = java;
    this.logs = logs;
    this.earlierBuild = earlierBuild;
  }

  /**
   * Returns the command for a scenario; the first of each kind runs once with little data to
   * determine it.
   */
  JavaCommand command(Scenario scenario, List<String> extraArguments)
      throws IOException, InterruptedException {
    String kind = kind(scenario.task());
    JavaCommand command = known.get(kind);
    if (command == null) {
      Path log = logs.resolve("classes-of-" + kind.replaceAll("[^a-z0-9-]+", "_") + ".log");
      Run run = learn(scenario, extraArguments, log);
      if (run.outcome() != Outcome.OK) {
        throw new IOException("The jars for " + kind + " cannot be learnt: " + run.detail());
      }
      command = all(scenario).only(in(log));
      known.put(kind, command);
    }
    return command;
  }

  private JavaCommand all(Scenario scenario) {
    return scenario.task().contains(Scenario.EARLIER_BUILD)
        ? java.withLibrary(Objects.requireNonNull(earlierBuild, "--against"))
        : java;
  }

  private Run learn(Scenario scenario, List<String> extraArguments, Path log)
      throws IOException, InterruptedException {
    List<String> small = new ArrayList<>();
    String warm =
        scenario.task().stream()
            .filter(argument -> argument.startsWith("warm="))
            .map(argument -> argument.substring("warm=".length()))
            .findFirst()
            .orElse(null);
    for (String argument : scenario.task()) {
      boolean file = warm != null && argument.startsWith("file=");
      boolean warmups = argument.startsWith("warmups=");
      small.add(file ? "file=" + warm : warmups ? "warmups=0" : argument);
    }
    Scenario learnt = Scenario.of("learn " + scenario.id(), small.toArray(String[]::new));
    JavaCommand logging = all(scenario).with("-Xlog:class+load:file=" + log);
    return new Child(logging, scenario.cold() ? learnt.inTheCold() : learnt, extraArguments, logs)
        .run(0);
  }

  /** What determines the used classes: everything except file names and numbers. */
  private static String kind(List<String> task) {
    return task.stream()
        .filter(
            argument ->
                !argument.contains("=") || argument.matches("(reader|sender|dialect|library)=.*"))
        .collect(Collectors.joining(" "));
  }

  private static Set<String> in(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .map(SOURCE::matcher)
          .filter(Matcher::find)
          .map(source -> Path.of(URI.create(source.group(1))).toString())
          .collect(Collectors.toSet());
    }
  }
}
