package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.internal.Batch;
import io.batchwright.sandbox.internal.Counts;
import io.batchwright.sandbox.internal.Part;
import io.batchwright.sandbox.internal.Script;
import io.batchwright.sandbox.internal.Timetable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A batch with its data of the dialect. */
final class Job extends Batch {
  /** OpenAI's message when the enqueued tokens exceed the limit, which validation cannot detect. */
  private static final LineProblem SCRIPTED =
      new LineProblem("token_limit_exceeded", "Scripted to fail as a whole.", null, null);

  private final CreateParams order;
  private final Input input;
  private final Set<Part> deleted = ConcurrentHashMap.newKeySet();

  Job(Start start, Timetable timetable, CreateParams order, Input input) {
    super(start, input.isValid() ? timetable : timetable.validationOnly());
    this.order = order;
    this.input = input;
  }

  CreateParams order() {
    return order;
  }

  String model() {
    return input.model();
  }

  /** Why it fails as a whole, or null. */
  List<LineProblem> problems() {
    return script().has(Script.Trait.FAIL_BATCH) ? List.of(SCRIPTED) : input.problems();
  }

  @Override
  protected boolean fails() {
    return !problems().isEmpty();
  }

  Phase phase(Instant now, Counts counts) {
    boolean cancelled = cancelledAt() != null;
    if (endedAt(now) != null) {
      if (cancelled) return Phase.CANCELLED;
      if (fails()) return Phase.FAILED;
      return counts.expired() > 0 ? Phase.EXPIRED : Phase.COMPLETED;
    }
    if (cancelled) return Phase.CANCELLING;
    if (now.isBefore(runsFrom()) || fails()) return Phase.VALIDATING;
    boolean running = now.isBefore(runsUntil()) || script().has(Script.Trait.STUCK);
    return running ? Phase.IN_PROGRESS : Phase.FINALIZING;
  }

  /** Whether there were lines for this file when the batch ended, even if it was deleted since. */
  boolean made(Part part, Instant now) throws IOException {
    Counts counts = progress(now);
    if (!phase(now, counts).hasResults()) return false;
    int rest = counts.errored() + counts.expired() + counts.cancelled();
    if (script().has(Script.Trait.EVERYTHING_IN_ONE_FILE)) {
      return part == Part.SUCCEEDED && counts.succeeded() + rest > 0;
    }
    return part == Part.SUCCEEDED ? counts.succeeded() > 0 : rest > 0;
  }

  /** Deletes a results file and returns whether it existed. */
  boolean delete(Part part) {
    return deleted.add(part);
  }

  boolean isDeleted(Part part) {
    return deleted.contains(part);
  }

  /** The instant, if the batch reached it before it was stopped. */
  @Nullable Instant reached(Instant instant, Instant now) {
    Instant cancel = cancelledAt();
    if (cancel != null && cancel.isBefore(instant)) return null;
    boolean came = !expiresAt().isBefore(instant) && !now.isBefore(instant);
    return came && !fails() ? instant : null;
  }
}
