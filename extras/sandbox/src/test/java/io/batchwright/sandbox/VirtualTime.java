package io.batchwright.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves. */
final class VirtualTime implements InstantSource {
  private volatile Instant now = Instant.parse("2026-08-19T14:44:51.493319Z");

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration duration) {
    now = now.plus(duration);
  }
}
