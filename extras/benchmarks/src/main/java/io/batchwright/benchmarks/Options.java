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
 * What the command line asks for.
 *
 * @param quick whether tiny files and one round do
 * @param rounds how many rounds
 * @param only the groups to measure
 * @param out where the report goes
 * @param data where the files are
 * @param against an earlier build of the library to compare this one with, or null
 */
record Options(
    boolean quick, int rounds, List<Group> only, Path out, Path data, @Nullable Path against) {
  private static final int ROUNDS = 5;

  /**
   * Reads a command line.
   *
   * @param home where the report and the files go if nothing else is said
   */
  static Options parse(Path home, List<String> words) {
    boolean quick = false;
    int rounds = 0;
    List<Group> only = Group.usual();
    Path out = home.resolve("report");
    Path data = home.resolve("data");
    Path against = null;
    for (Iterator<String> word = words.iterator(); word.hasNext(); ) {
      String name = word.next();
      switch (name) {
        case "--quick" -> quick = true;
        case "--rounds" -> rounds = Integer.parseInt(value(word, name));
        case "--only" ->
            only = Arrays.stream(value(word, name).split(",", -1)).map(Group::of).toList();
        case "--out" -> out = Path.of(value(word, name));
        case "--against" -> {
          against = Path.of(value(word, name));
          only = List.of(Group.GATE);
        }
        case "--data" -> data = Path.of(value(word, name));
        default -> throw new IllegalArgumentException("There is no option " + name);
      }
    }
    int chosen = rounds > 0 ? rounds : usualRounds(quick);
    return new Options(quick, chosen, only, out, quick ? data.resolve("quick") : data, against);
  }

  /** What the report names as asked for: what bears on its figures, not where files are. */
  String forReport() {
    List<String> words = new ArrayList<>();
    if (quick) {
      words.add("--quick");
    }
    if (rounds != usualRounds(quick)) {
      words.add("--rounds " + rounds);
    }
    if (against != null) {
      words.add("--against …");
    } else if (!only.equals(Group.usual())) {
      words.add(only.stream().map(Group::id).collect(joining(",", "--only ", "")));
    }
    return String.join(" ", words);
  }

  private static int usualRounds(boolean quick) {
    return quick ? 1 : ROUNDS;
  }

  private static String value(Iterator<String> words, String name) {
    if (!words.hasNext()) {
      throw new IllegalArgumentException(name + " takes a value");
    }
    return words.next();
  }
}
