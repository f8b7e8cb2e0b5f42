package io.batchwright.sandbox.internal.openai;

import java.util.List;

/** The outcome of validating an input file: the model that all its lines name, or what is wrong. */
record Input(String model, List<LineProblem> problems) {
  Input {
    problems = List.copyOf(problems);
  }

  /** A missing input file. */
  static Input missing(CreateParams order) {
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
