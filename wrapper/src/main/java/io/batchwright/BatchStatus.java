package io.batchwright;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One answer of the provider about a batch: immutable, and true for the moment it was given.
 *
 * @param ref which batch
 * @param state where it is in its life
 * @param rawState the provider's own word for the state, "" if it gave none
 * @param counts how far the requests are; {@link RequestCounts#NONE} if the provider did not say
 * @param createdAt when it was made, or null
 * @param startedAt when it began to run, or null
 * @param endedAt when it ended, or null
 * @param expiresAt when it runs out of time, or null
 * @param errors errors of the batch as a whole, never those of single requests
 * @param pollAfter how long the provider asks to wait before the next question, or null
 * @param rawJson the provider's answer, every member of it but inline results; as it came, or
 *     written anew where it was part of a list
 */
public record BatchStatus(
    BatchRef ref,
    BatchState state,
    String rawState,
    RequestCounts counts,
    @Nullable Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant expiresAt,
    List<ApiError> errors,
    @Nullable Duration pollAfter,
    String rawJson) {
  /** Checks that what must be there is, and keeps its own copy of the errors. */
  public BatchStatus {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(rawState, "rawState");
    Objects.requireNonNull(counts, "counts");
    Objects.requireNonNull(rawJson, "rawJson");
    errors = List.copyOf(errors);
  }

  /** The same in another state. */
  public BatchStatus state(BatchState value) {
    return new BatchStatus(
        ref, value, rawState, counts, createdAt, startedAt, endedAt, expiresAt, errors, pollAfter,
        rawJson);
  }

  /** The same with other errors. */
  public BatchStatus errors(List<ApiError> value) {
    return new BatchStatus(
        ref, state, rawState, counts, createdAt, startedAt, endedAt, expiresAt, value, pollAfter,
        rawJson);
  }

  /**
   * Names the batch, its state and its counts; not the raw answer, which may hold what users wrote.
   */
  @Override
  public String toString() {
    return "BatchStatus[" + ref + " " + state + " (" + rawState + ") " + counts + "]";
  }
}
