package io.batchwright.sandbox.internal.openai;

import java.util.List;

/** What was found in an input file: the model that all its lines name, or why it is no good. */
record Input(String model, List<LineProblem> problems) {
  Input {
    problems = List.copyOf(problems);
  }

  /** Input that is not there. */
  static Input missing(CreateOrder order) {
    String message = "Cannot find file " + order.inputFileId() + ".";
    return failed(new LineProblem("invalid_request", message, "file_id", null));
  }

  static Input failed(LineProblem problem) {
    return new Input("", List.of(problem));
  }

  boolean isValid() {
    return problems.isEmpty();
  }
}
