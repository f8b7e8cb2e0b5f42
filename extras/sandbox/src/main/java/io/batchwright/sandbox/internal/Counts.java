package io.batchwright.sandbox.internal;

import java.util.EnumMap;
import java.util.Map;

/** The requests of a batch, counted by state. */
public record Counts(int processing, int succeeded, int errored, int cancelled, int expired) {

  static Counts running(int size) {
    return new Counts(size, 0, 0, 0, 0);
  }

  /** Counts a batch's requests one by one. */
  static final class Tally {
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

    void add(Outcome outcome, int count) {
      counts.merge(outcome, count, Integer::sum);
    }

    Counts counts() {
      return new Counts(
          0,
          counts.getOrDefault(Outcome.SUCCEEDED, 0),
          counts.getOrDefault(Outcome.ERRORED, 0),
          counts.getOrDefault(Outcome.CANCELLED, 0),
          counts.getOrDefault(Outcome.EXPIRED, 0));
    }
  }
}
