package io.batchwright.internal.requests;

import io.batchwright.InputReport;
import io.batchwright.InputReport.Problem;
import io.batchwright.internal.requests.Finding.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The problems of an input: a bounded list of them, and their number. One that all requests have
 * alike becomes one of the whole input. Not thread-safe.
 */
final class ProblemList {
  private final List<Problem> whole = new ArrayList<>();
  private final List<Problem> lines = new ArrayList<>();
  private final Map<String, Long> alike = new LinkedHashMap<>();
  private long lineCount;

  void add(String message) {
    whole.add(new Problem(0, null, message));
  }

  void add(RequestLine line, Finding finding) {
    lineCount++;
    if (lines.size() < InputReport.MOST_PROBLEMS) {
      lines.add(new Problem(line.number(), line.customId(), finding.message()));
    }
    if (finding.kind() != Kind.LINE) {
      alike.merge(finding.message(), 1L, Long::sum);
    }
  }

  /** Joins the problems that all of so many requests have. */
  void join(long requests) {
    alike.forEach(
        (message, count) -> {
          if (count == requests && count > 1) {
            lineCount -= count;
            lines.removeIf(problem -> problem.message().equals(message));
            add("In all " + count + " requests: " + message);
          }
        });
  }

  long count() {
    return whole.size() + lineCount;
  }

  /**
   * Returns the problems, those of the whole input first, so that bad lines never crowd them out.
   */
  List<Problem> list() {
    List<Problem> all = new ArrayList<>(whole);
    all.addAll(lines);
    return all.subList(0, Math.min(all.size(), InputReport.MOST_PROBLEMS));
  }
}
