package io.batchwright.sandbox.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One batch. Nothing moves it: what it is follows from the clock and from when it was cancelled.
 * Requests run in the order in which they were given, evenly over the time of a batch.
 */
public final class Batch {
  /** What becomes of a batch that runs too long. */
  private static final Duration LIFETIME = Duration.ofHours(24);

  private final Settings settings;
  private final long number;
  private final String id;
  private final Instant createdAt;
  private final Answers answers;
  private final Script script;
  private final AtomicLong reads = new AtomicLong();
  private volatile @Nullable Instant cancelledAt;

  Batch(
      Settings settings,
      long number,
      String id,
      Instant createdAt,
      Answers answers,
      Script script) {
    this.settings = settings;
    this.number = number;
    this.id = id;
    this.createdAt = createdAt;
    this.answers = answers;
    this.script = script;
  }

  long number() {
    return number;
  }

  public String id() {
    return id;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return createdAt.plus(LIFETIME);
  }

  public @Nullable Instant cancelledAt() {
    return cancelledAt;
  }

  public Script script() {
    return script;
  }

  Answers answers() {
    return answers;
  }

  /** What the order of the next read of the results is made from. */
  long nextShuffle() {
    long fixed = settings.seed() ^ id.hashCode();
    return script.has(Script.Trait.RESHUFFLE) ? fixed + reads.incrementAndGet() : fixed;
  }

  /** Asks the batch to stop; a second time changes nothing. Returns false if it has ended. */
  public synchronized boolean cancel(Instant now) {
    if (endedAt(now) != null) return false;
    if (cancelledAt == null) cancelledAt = now;
    return true;
  }

  /** When the batch ended, or null while it has not. */
  public @Nullable Instant endedAt(Instant now) {
    Instant end = end();
    return end == null || now.isBefore(end) ? null : end;
  }

  private @Nullable Instant end() {
    Instant cancel = cancelledAt;
    if (cancel != null) return cancel.plus(settings.cancelTime());
    if (script.has(Script.Trait.STUCK)) return null;
    Instant natural = createdAt.plus(settings.batchTime());
    return natural.isBefore(expiresAt()) ? natural : expiresAt();
  }

  /** How many requests had run when the batch stopped running any. */
  private int ran() {
    if (script.has(Script.Trait.STUCK)) return 0;
    Instant cancel = cancelledAt;
    Duration elapsed = Duration.between(createdAt, cancel == null ? expiresAt() : cancel);
    if (elapsed.compareTo(settings.batchTime()) >= 0) return answers.size();
    double part = (double) elapsed.toNanos() / settings.batchTime().toNanos();
    return (int) (answers.size() * part);
  }

  /** Where the requests are. They all count as processing until the batch ends. */
  public Counts counts(Instant now) throws IOException {
    int size = answers.size();
    if (endedAt(now) == null) return Counts.running(size);
    Counts.Tally tally = new Counts.Tally();
    if (script.namesOutcomes()) {
      for (int i = 0; i < size; i++) tally.add(outcome(i, answers.entry(i).customId()), 1);
    } else {
      int ran = script.has(Script.Trait.EXPIRE_ALL) ? 0 : ran();
      int failed = answers.failedBefore(ran);
      tally.add(Outcome.ERRORED, failed);
      tally.add(Outcome.SUCCEEDED, ran - failed);
      tally.add(leftOver(), size - ran);
    }
    return tally.counts();
  }

  Outcome outcome(int i, String customId) {
    if (i >= ran()) return leftOver();
    if (script.has(Script.Trait.EXPIRE_ALL)) return leftOver();
    if (script.expires(customId)) return Outcome.EXPIRED;
    return answers.failed(i) || script.fails(customId) ? Outcome.ERRORED : Outcome.SUCCEEDED;
  }

  private Outcome leftOver() {
    return cancelledAt == null ? Outcome.EXPIRED : Outcome.CANCELLED;
  }
}
