package io.batchwright.cli;

import io.batchwright.BatchInput;
import io.batchwright.InputReport;
import io.batchwright.InputReport.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * A file of requests, and what is said about it.
 *
 * @param path where it is
 */
record RequestFile(Path path) {
  static final String LABEL = "INPUT.jsonl";
  static final String DESCRIPTION =
      "Requests, one JSON object a line: {\"custom_id\":...,\"body\":{...}}, or in the provider's own form.";

  /** Refuses a file that cannot be read twice, before anything else is done. */
  void check() {
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw CommandFailure.usage(
          path + (Files.exists(path) ? " is not a file that can be read" : ": no such file"));
    }
  }

  BatchInput input() {
    return BatchInput.ofFile(path);
  }

  /** Writes problems the way compilers do, so that editors can jump to them. */
  String problems(InputReport report) {
    String listed = report.problems().stream().map(this::line).collect(Collectors.joining("\n"));
    long more = report.problemCount() - report.problems().size();
    return listed + (more == 0 ? "" : "\n" + path + ": and " + more + " more problems");
  }

  /** Returns a warning in the same form. */
  String warning(Problem warning) {
    return place(warning) + ": warning: " + warning.message();
  }

  private String line(Problem problem) {
    return place(problem) + ": " + problem.message();
  }

  private String place(Problem problem) {
    return problem.line() == 0 ? path.toString() : path + ":" + problem.line();
  }
}
