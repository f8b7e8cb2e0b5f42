package io.batchwright.sandbox.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One batch. It has no timer: its state follows from the clock and from when it was cancelled.
 * Requests run in the order of the input, spread evenly over the running time.
 */
public class Batch {
  private final Start start;
  private final Timetable timetable;
  private final AtomicLong reads = new AtomicLong();
  private volatile @Nullable Instant cancelledAt;

  public Batch(Start start, Timetable timetable) {
    this.start = start;
    this.timetable = timetable;
  }

  /** The first characters of every batch id. */
  public record Start(
      Settings settings,
      long number,
      String id,
      Instant createdAt,
      StoredResults results,
      Script script) {}

  public final long number() {
    return start.number();
  }

  public final String id() {
    return start.id();
  }

  public final Instant createdAt() {
    return start.createdAt();
  }

  /** When the first request runs. */
  public final Instant runsFrom() {
    return createdAt().plus(timetable.validation());
  }

  /** When the last request has run. */
  public final Instant runsUntil() {
    return runsFrom().plus(timetable.running());
  }

  public final Instant expiresAt() {
    return createdAt().plus(timetable.lifetime());
  }

  public final @Nullable Instant cancelledAt() {
    return cancelledAt;
  }

  public final Script script() {
    return start.script();
  }

  final StoredResults results() {
    return start.results();
  }

  /** Whether no request will ever run. */
  public final boolean isStuck() {
    return script().has(Script.Trait.STUCK);
  }

  /** Whether it fails as a whole, so that no request runs. Not every provider supports that. */
  protected boolean fails() {
    return false;
  }

  /** The seed of the order of the results in the next read. */
  final long nextShuffle() {
    long fixed = start.settings().seed() ^ id().hashCode();
    return script().has(Script.Trait.RESHUFFLE) ? fixed + reads.incrementAndGet() : fixed;
  }

  /** Cancels the batch; a second cancel has no effect. Returns false if it has ended. */
  public final synchronized boolean cancel(Instant now) {
    if (endedAt(now) != null) return false;
    if (cancelledAt == null) cancelledAt = now;
    return true;
  }

  /** When the batch ended, or null if it has not. */
  public final @Nullable Instant endedAt(Instant now) {
    Instant end = end();
    return end == null || now.isBefore(end) ? null : end;
  }

  private @Nullable Instant end() {
    Instant cancel = cancelledAt;
    if (cancel != null) return cancel.plus(start.settings().cancelTime());
    if (isStuck()) return null;
    Instant natural = createdAt().plus(timetable.total());
    return natural.isBefore(expiresAt()) ? natural : expiresAt();
  }

  /** Whether the results are not available yet, although the batch has ended. */
  public final boolean hidesResults(Instant now) {
    Instant ended = endedAt(now);
    return ended != null && now.isBefore(ended.plus(script().resultsDelay()));
  }

  /**
   * The number of requests that had run when the batch stopped running them; 0 if their results are
   * lost.
   */
  private int ran() {
    return losesWork() ? 0 : ranBy(expiresAt());
  }

  private boolean losesWork() {
    return cancelledAt != null && script().has(Script.Trait.LOSE_WORK_ON_CANCEL);
  }

  /** Whether a request has run and yet has no line, because the batch was cancelled. */
  final boolean isLost(int i) {
    return losesWork() && i < ranBy(expiresAt());
  }

  /** Whether a request has run by now. */
  public final boolean hasRun(Instant now) {
    return ranBy(now) > 0;
  }

  private int ranBy(Instant now) {
    if (isStuck() || fails()) return 0;
    Instant cancel = cancelledAt;
    Instant until = cancel != null && cancel.isBefore(now) ? cancel : now;
    Duration elapsed = Duration.between(runsFrom(), until);
    if (elapsed.isNegative()) return 0;
    if (elapsed.compareTo(timetable.running()) >= 0) return results().size();
    double part = (double) elapsed.toNanos() / timetable.running().toNanos();
    return (int) (results().size() * part);
  }

  /** The counts by state. All requests count as processing until the batch ends. */
  public final Counts counts(Instant now) throws IOException {
    return endedAt(now) == null ? Counts.running(results().size()) : tally(ran());
  }

  /** The counts by state. Requests count as they run. */
  public final Counts progress(Instant now) throws IOException {
    if (endedAt(now) != null) return counts(now);
    Counts soFar = tally(ranBy(now));
    int finished = soFar.succeeded() + soFar.errored();
    return new Counts(results().size() - finished, soFar.succeeded(), soFar.errored(), 0, 0);
  }

  private Counts tally(int ran) throws IOException {
    int size = results().size();
    Counts.Tally tally = new Counts.Tally();
    if (script().dependsOnIds()) {
      for (int i = 0; i < size; i++) tally.add(outcome(i, results().entry(i).customId(), ran), 1);
    } else {
      int run = script().has(Script.Trait.EXPIRE_ALL) ? 0 : ran;
      int failed = results().failedBefore(run);
      tally.add(Outcome.ERRORED, failed);
      tally.add(Outcome.SUCCEEDED, run - failed);
      tally.add(leftOver(), size - run);
    }
    return tally.counts();
  }

  /** The tokens used by the results of an ended batch. */
  public final Tokens tokens() throws IOException {
    if (script().has(Script.Trait.EXPIRE_ALL)) return Tokens.NONE;
    if (!script().dependsOnIds()) return results().tokensBefore(ran());
    Tokens used = Tokens.NONE;
    for (int i = 0; i < results().size(); i++) {
      if (outcome(i) != Outcome.SUCCEEDED) continue;
      used = used.plus(results().tokensBefore(i + 1).minus(results().tokensBefore(i)));
    }
    return used;
  }

  final Outcome outcome(int i) throws IOException {
    return outcome(i, script().dependsOnIds() ? results().entry(i).customId() : "");
  }

  final Outcome outcome(int i, String customId) {
    return outcome(i, customId, ran());
  }

  private Outcome outcome(int i, String customId, int ran) {
    if (i >= ran) return leftOver();
    if (script().has(Script.Trait.EXPIRE_ALL)) return leftOver();
    if (script().expires(customId)) return Outcome.EXPIRED;
    return results().failed(i) || script().fails(customId) ? Outcome.ERRORED : Outcome.SUCCEEDED;
  }

  private Outcome leftOver() {
    return cancelledAt == null ? Outcome.EXPIRED : Outcome.CANCELLED;
  }
}
