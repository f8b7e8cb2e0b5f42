package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.internal.Counts;
import io.batchwright.sandbox.internal.Script;
import io.batchwright.sandbox.internal.Tokens;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A batch at one instant. */
record Snapshot(Job job, Instant now, Phase phase, Counts counts, Tokens tokens) {

  static Snapshot of(Job job, Instant now) throws IOException {
    Counts counts = job.progress(now);
    Phase phase = job.phase(now, counts);
    return new Snapshot(job, now, phase, counts, phase.hasResults() ? job.tokens() : Tokens.NONE);
  }

  /** Whether the requests were counted, which happens during validation. */
  boolean isCounted() {
    return inProgressAt() != null || phase.hasResults();
  }

  int total() {
    return counts.processing()
        + counts.succeeded()
        + counts.errored()
        + counts.cancelled()
        + counts.expired();
  }

  @Nullable Instant inProgressAt() {
    return job.reached(job.runsFrom(), now);
  }

  @Nullable Instant finalizingAt() {
    if (phase == Phase.EXPIRED && job.runsUntil().isAfter(job.expiresAt())) return endedAt();
    return job.script().has(Script.Trait.STUCK) ? null : job.reached(job.runsUntil(), now);
  }

  /** When the batch ended, if it ended in this phase. */
  @Nullable Instant ended(Phase how) {
    return phase == how ? endedAt() : null;
  }

  private @Nullable Instant endedAt() {
    return job.endedAt(now);
  }
}
