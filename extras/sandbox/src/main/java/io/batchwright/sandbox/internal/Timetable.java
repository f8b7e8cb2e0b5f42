package io.batchwright.sandbox.internal;

import java.time.Duration;

/**
 * The durations of the phases of a batch.
 *
 * @param validation before the first request runs
 * @param running while requests run
 * @param finishing after the last request ran
 * @param lifetime after which a batch that has not ended expires
 */
public record Timetable(
    Duration validation, Duration running, Duration finishing, Duration lifetime) {

  /** Requests run all the time. */
  public static Timetable plain(Duration time, Duration lifetime) {
    return new Timetable(Duration.ZERO, time, Duration.ZERO, lifetime);
  }

  /** A tenth of the time before the requests and one after them. */
  public static Timetable inPhases(Duration time, Duration lifetime) {
    Duration tenth = time.dividedBy(10);
    return new Timetable(tenth, time.minus(tenth).minus(tenth), tenth, lifetime);
  }

  /** The timetable of a batch that ends before its requests begin. */
  public Timetable validationOnly() {
    return new Timetable(validation, Duration.ZERO, Duration.ZERO, lifetime);
  }

  Duration total() {
    return validation.plus(running).plus(finishing);
  }
}
