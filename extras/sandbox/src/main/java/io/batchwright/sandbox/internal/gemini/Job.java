package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Batch;
import io.batchwright.sandbox.internal.Counts;
import io.batchwright.sandbox.internal.Script;
import io.batchwright.sandbox.internal.Timetable;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A batch with what Gemini knows of it. */
final class Job extends Batch {
  static final String PREFIX = "batches/";

  private final Order order;

  Job(Start start, Timetable timetable, Order order) {
    super(start, timetable);
    this.order = order;
  }

  /**
   * What the create asked for.
   *
   * @param model with what kind of model it is before a slash
   * @param inputFile the name of the input file, or null if the requests stood in the create
   */
  record Order(
      String model,
      Requests requests,
      @Nullable String displayName,
      @Nullable String inputFile,
      long priority) {}

  Order order() {
    return order;
  }

  boolean isInline() {
    return order.inputFile() == null;
  }

  /** The name of the file of results: two characters longer than names of files may be. */
  String outputFile() {
    return FileNames.PREFIX + "batch-" + id().substring(PREFIX.length());
  }

  /**
   * The state at this time. A batch that is cancelled ends as cancelled only if nothing had run.
   *
   * @param counts those at the same time
   */
  State state(Instant now, Counts counts) {
    Instant cancel = cancelledAt();
    if (endedAt(now) == null) {
      Instant until = cancel == null ? now : cancel;
      return until.isBefore(runsFrom()) || isStuck() || fails() ? State.PENDING : State.RUNNING;
    }
    if (cancel != null) return hasRun(now) ? State.SUCCEEDED : State.CANCELLED;
    if (fails()) return State.FAILED;
    return counts.expired() > 0 ? State.EXPIRED : State.SUCCEEDED;
  }

  @Override
  protected boolean fails() {
    return script().has(Script.Trait.FAIL_BATCH);
  }

  /** Whether its file of results is there. */
  boolean hasOutputFile(Instant now) throws IOException {
    return !isInline() && at(now).hasResults();
  }

  /** What is known now. */
  Snapshot at(Instant now) throws IOException {
    Counts counts = progress(now);
    return new Snapshot(this, endedAt(now), state(now, counts), counts);
  }
}
