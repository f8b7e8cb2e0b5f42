package io.batchwright;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look through an input found before anything was sent. Immutable and thread-safe.
 *
 * @param requests how many requests it has
 * @param bytes how long the body or file to be sent would be; of requests without a problem only
 * @param problems what is wrong, at most {@link #MOST_PROBLEMS} of it: first with the input as a
 *     whole, then in the order of the input
 * @param problemCount how much is wrong in all
 */
public record InputReport(long requests, long bytes, List<Problem> problems, long problemCount) {
  /** How many problems a report lists. */
  public static final int MOST_PROBLEMS = 100;

  private static final int SHOWN = 5;

  /** Keeps its own copy. */
  public InputReport {
    problems = List.copyOf(problems);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(problemCount).append(problemCount == 1 ? " problem" : " problems");
    for (Problem problem : problems.subList(0, Math.min(SHOWN, problems.size()))) {
      text.append("; ").append(problem);
    }
    if (problemCount > SHOWN) {
      text.append("; and ").append(problemCount - SHOWN).append(" more");
    }
    return text.toString();
  }

  /**
   * One thing that is wrong.
   *
   * @param line the line of the file, or the request of a sequence, counted from 1; 0 for the input
   *     as a whole
   * @param customId the request, or null if it has no usable id
   * @param message the rule that is broken and what to do, without content
   */
  public record Problem(long line, @Nullable String customId, String message) {
    @Override
    public String toString() {
      return line == 0 ? message : "line " + line + ": " + message;
    }
  }
}
