package io.batchwright.benchmarks;

import static java.util.stream.Collectors.joining;

import io.batchwright.benchmarks.plan.Group;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of the command line.
 *
 * @param quick whether to use tiny files and one round
 * @param rounds the number of rounds
 * @param only the groups to measure
 * @param out the folder of the report
 * @param data the folder of the files
 * @param against an earlier build of the library to compare with, or null
 */
record Options(
    boolean quick, int rounds, List<Group> only, Path out, Path data, @Nullable Path against) {
  private static final int ROUNDS = 5;

  /**
   * Parses a command line.
   *
   * @param home the default folder of the report and the files
   */
  static Options parse(Path home, List<String> arguments) {
    boolean quick = false;
    int rounds = 0;
    List<Group> only = Group.usual();
    Path out = home.resolve("report");
    Path data = home.resolve("data");
    Path against = null;
    for (Iterator<String> iterator = arguments.iterator(); iterator.hasNext(); ) {
      String name = iterator.next();
      switch (name) {
        case "--quick" -> quick = true;
        case "--rounds" -> rounds = Integer.parseInt(value(iterator, name));
        case "--only" ->
            only = Arrays.stream(value(iterator, name).split(",", -1)).map(Group::of).toList();
        case "--out" -> out = Path.of(value(iterator, name));
        case "--against" -> {
          against = Path.of(value(iterator, name));
          only = List.of(Group.GATE);
        }
        case "--data" -> data = Path.of(value(iterator, name));
        default -> throw new IllegalArgumentException("Unknown option " + name);
      }
    }
    int chosen = rounds > 0 ? rounds : usualRounds(quick);
    return new Options(quick, chosen, only, out, quick ? data.resolve("quick") : data, against);
  }

  /** The options as the report names them: those that affect its figures, without the folders. */
  String forReport() {
    List<String> arguments = new ArrayList<>();
    if (quick) {
      arguments.add("--quick");
    }
    if (rounds != usualRounds(quick)) {
      arguments.add("--rounds " + rounds);
    }
    if (against != null) {
      arguments.add("--against …");
    } else if (!only.equals(Group.usual())) {
      arguments.add(only.stream().map(Group::id).collect(joining(",", "--only ", "")));
    }
    return String.join(" ", arguments);
  }

  private static int usualRounds(boolean quick) {
    return quick ? 1 : ROUNDS;
  }

  private static String value(Iterator<String> arguments, String name) {
    if (!arguments.hasNext()) {
      throw new IllegalArgumentException(name + " needs a value");
    }
    return arguments.next();
  }
}
