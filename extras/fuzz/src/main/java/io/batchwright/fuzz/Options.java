package io.batchwright.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param seconds the longest that a target runs
 * @param runs the most inputs that it tries; -1 for any number
 * @param seed begins the fuzzer's own chance
 * @param jobs how many targets run at once
 * @param targets the targets
 */
record Options(int seconds, long runs, int seed, int jobs, List<Target> targets) {
  /** What may be asked for. */
  static final String USAGE =
      "run [--seconds N] [--runs N] [--seed N] [--jobs N] [TARGET…]; all targets if none is named";

  /**
   * Reads the words of a command line.
   *
   * @throws IllegalArgumentException if there is one that means nothing
   */
  static Options parse(List<String> words) {
    long seconds = 60;
    long runs = -1;
    long seed = 1;
    long jobs = Runtime.getRuntime().availableProcessors();
    List<String> targets = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.startsWith("--") && i + 1 == words.size()) {
        throw new IllegalArgumentException(USAGE);
      }
      switch (word) {
        case "--seconds" -> seconds = Long.parseLong(words.get(++i));
        case "--runs" -> runs = Long.parseLong(words.get(++i));
        case "--seed" -> seed = Long.parseLong(words.get(++i));
        case "--jobs" -> jobs = Long.parseLong(words.get(++i));
        default -> targets.add(word);
      }
    }
    return new Options((int) seconds, runs, (int) seed, (int) jobs, Target.of(targets));
  }
}
