package io.batchwright.benchmarks.plan;

import io.batchwright.benchmarks.data.RequestsFile;
import io.batchwright.benchmarks.data.ResultsFile;

/** Scenarios that send. */
final class Sending {
  private static final int WARMUPS = 3;

  private Sending() {}

  /** Marks the name of a file with an @, to be replaced with its path. */
  static Scenario of(String id, String sender, RequestsFile file) {
    return Scenario.of(
        id,
        "send",
        "sender=" + sender,
        "file=@" + file.name(),
        "warm=@" + ResultsFile.warmName(file.name()),
        "warmups=" + WARMUPS);
  }

  static Scenario validate(String id, String dialect, RequestsFile file) {
    return Scenario.of(
        id,
        "validate",
        "dialect=" + dialect,
        "file=@" + file.name(),
        "warm=@" + ResultsFile.warmName(file.name()),
        "warmups=" + WARMUPS);
  }
}
