package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Batch;
import io.batchwright.sandbox.internal.Counts;
import io.batchwright.sandbox.internal.Script;
import io.batchwright.sandbox.internal.Timetable;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A batch with its Gemini-specific data. */
final class Job extends Batch {
  static final String PREFIX = "batches/";

  private final Order order;

  Job(Start start, Timetable timetable, Order order) {
    super(start, timetable);
    this.order = order;
  }

  /**
   * The parameters of the create.
   *
   * @param model prefixed with the kind of model and a slash
   * @param inputFile the name of the input file, or null if the requests are inline
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

  /** The name of the results file, which is two characters longer than an upload's name may be. */
  String outputFile() {
    return FileNames.PREFIX + "batch-" + id().substring(PREFIX.length());
  }

  /**
   * The state at this time. A cancelled batch ends as cancelled only if no request had run.
   *
   * @param counts the counts at the same time
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

  /** Whether its results file exists. */
  boolean hasOutputFile(Instant now) throws IOException {
    return !isInline() && at(now).hasResults();
  }

  /** The state and the counts at this instant. */
  Snapshot at(Instant now) throws IOException {
    Counts counts = progress(now);
    return new Snapshot(this, endedAt(now), state(now, counts), counts);
  }
}
