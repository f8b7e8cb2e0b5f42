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
 * Gives each process a class path of only those jars that it loads a class from, as a program has
 * that uses one library. All SDKs are on one class path here; the JVM keeps the directories of the
 * jars it opened in the heap, and some are larger than the smallest heaps.
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

  /** Gives the command for a scenario; the first of a kind runs once, in small, to learn it. */
  JavaCommand command(Scenario scenario, List<String> told)
      throws IOException, InterruptedException {
    String kind = kind(scenario.task());
    JavaCommand command = known.get(kind);
    if (command == null) {
      Path log = logs.resolve("classes-of-" + kind.replaceAll("[^a-z0-9-]+", "_") + ".log");
      Run run = learn(scenario, told, log);
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

  private Run learn(Scenario scenario, List<String> told, Path log)
      throws IOException, InterruptedException {
    List<String> small = new ArrayList<>();
    String warm =
        scenario.task().stream()
            .filter(word -> word.startsWith("warm="))
            .map(word -> word.substring("warm=".length()))
            .findFirst()
            .orElse(null);
    for (String word : scenario.task()) {
      boolean file = warm != null && word.startsWith("file=");
      boolean warmups = word.startsWith("warmups=");
      small.add(file ? "file=" + warm : warmups ? "warmups=0" : word);
    }
    Scenario learnt = Scenario.of("learn " + scenario.id(), small.toArray(String[]::new));
    JavaCommand logging = all(scenario).with("-Xlog:class+load:file=" + log);
    return new Child(logging, scenario.cold() ? learnt.inTheCold() : learnt, told, logs).run(0);
  }

  /** What decides which classes are used: everything but the names of files and numbers. */
  private static String kind(List<String> task) {
    return task.stream()
        .filter(word -> !word.contains("=") || word.matches("(reader|sender|dialect|library)=.*"))
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
