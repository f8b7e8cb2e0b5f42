package io.batchwright.fuzz;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a run.
 *
 * @param target the target
 * @param executions the number of inputs run
 * @param coverage the number of code locations reached
 * @param features the number of distinct features observed
 * @param corpus the number of inputs kept because they reached something new
 * @param problem the failure found, or null
 */
record Finding(
    Target target,
    long executions,
    long coverage,
    long features,
    long corpus,
    @Nullable String problem) {
  private static final Pattern PROGRESS =
      Pattern.compile("#(\\d+)\\t.* cov: (\\d+) ft: (\\d+) corp: (\\d+)/");
  private static final Pattern PROBLEM =
      Pattern.compile("(?m)^(== Java Exception|==\\d+== ?ERROR|== libFuzzer crashing input)");

  /** Parses the output of the fuzzer. */
  static Finding read(Target target, int exit, String log) {
    Matcher progress = PROGRESS.matcher(log);
    long[] counts = new long[4];
    while (progress.find()) {
      for (int i = 0; i < counts.length; i++) {
        counts[i] = Long.parseLong(progress.group(i + 1));
      }
    }
    return new Finding(
        target, counts[0], counts[1], counts[2], counts[3], exit == 0 ? null : problem(log));
  }

  private static String problem(String log) {
    Matcher begin = PROBLEM.matcher(log);
    return begin.find()
        ? log.substring(begin.start())
        : "The fuzzer failed: " + log.substring(Math.max(0, log.length() - 2000));
  }
}
