package io.batchwright.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * The options of the command line.
 *
 * @param seconds the maximum time per target
 * @param runs the maximum number of inputs per target; -1 for no limit
 * @param seed the seed of the fuzzer's random numbers
 * @param jobs the number of targets that run at once
 * @param targets the targets
 */
record Options(int seconds, long runs, int seed, int jobs, List<Target> targets) {
  /** The options that exist. */
  static final String USAGE =
      "run [--seconds N] [--runs N] [--seed N] [--jobs N] [TARGET…]; all targets if none is named";

  /**
   * Parses a command line.
   *
   * @throws IllegalArgumentException for an unknown argument
   */
  static Options parse(List<String> arguments) {
    long seconds = 60;
    long runs = -1;
    long seed = 1;
    long jobs = Runtime.getRuntime().availableProcessors();
    List<String> targets = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith("--") && i + 1 == arguments.size()) {
        throw new IllegalArgumentException(USAGE);
      }
      switch (argument) {
        case "--seconds" -> seconds = Long.parseLong(arguments.get(++i));
        case "--runs" -> runs = Long.parseLong(arguments.get(++i));
        case "--seed" -> seed = Long.parseLong(arguments.get(++i));
        case "--jobs" -> jobs = Long.parseLong(arguments.get(++i));
        default -> targets.add(argument);
      }
    }
    return new Options((int) seconds, runs, (int) seed, (int) jobs, Target.of(targets));
  }
}
