package io.batchwright.internal.openai;

import static io.batchwright.internal.json.JsonValues.count;
import static io.batchwright.internal.json.JsonValues.number;
import static io.batchwright.internal.json.JsonValues.time;

import com.google.gson.JsonObject;
import io.batchwright.BatchRef;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.RequestCounts;
import io.batchwright.client.openai.model.Batch;
import io.batchwright.client.openai.model.Counts;
import io.batchwright.internal.http.StatusReader;
import io.batchwright.internal.json.WireJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a batch of any provider of the dialect, of which only the id is required.
 *
 * @param errors reads its errors
 */
record DialectStatus(DialectErrors errors) {
  BatchStatus of(BatchRef ref, Batch batch, @Nullable Duration pollAfter, String raw) {
    String rawState = Objects.requireNonNullElse(batch.getStatus(), "");
    BatchState state = state(rawState, batch);
    return BatchStatus.builder(ref, state)
        .rawState(rawState)
        .counts(counts(batch, state))
        .createdAt(time(batch.getCreatedAt()))
        .startedAt(time(batch.getInProgressAt()))
        .endedAt(ended(batch, state))
        .expiresAt(time(batch.getExpiresAt()))
        .errors(errors.ofBatch(batch.getErrors(), batch.getError()))
        .pollAfter(pollAfter)
        .rawJson(raw)
        .build();
  }

  /** The words of the vendors, and those of servers that are compatible with them. */
  private static BatchState state(String raw, Batch batch) {
    return switch (raw.toLowerCase(Locale.ROOT)) {
      case "validating" -> BatchState.VALIDATING;
      case "queued", "in_queue", "pending" -> BatchState.QUEUED;
      case "in_progress", "running", "processing", "progress" -> BatchState.RUNNING;
      case "finalizing" -> BatchState.FINALIZING;
      case "cancelling", "canceling", "cancellation_requested" -> BatchState.CANCELLING;
      case "completed", "complete", "succeeded", "success", "done", "finished" ->
          BatchState.SUCCEEDED;
      case "failed", "failure" -> BatchState.FAILED;
      case "cancelled", "canceled", "stopped" -> BatchState.CANCELLED;
      case "expired", "timeout", "timed_out", "timeout_exceeded" -> BatchState.EXPIRED;
      default -> byTime(batch);
    };
  }

  /** The time of an end is proof of that end, whatever the state is called. */
  private static BatchState byTime(Batch batch) {
    return Stream.of(
            BatchState.FAILED, BatchState.CANCELLED, BatchState.EXPIRED, BatchState.SUCCEEDED)
        .filter(state -> at(state, batch) != null)
        .findFirst()
        .orElse(BatchState.UNKNOWN);
  }

  private static @Nullable Instant at(BatchState end, Batch batch) {
    return switch (end) {
      case SUCCEEDED -> time(batch.getCompletedAt());
      case FAILED -> time(batch.getFailedAt());
      case CANCELLED -> time(batch.getCancelledAt());
      case EXPIRED -> time(batch.getExpiredAt());
      default -> null;
    };
  }

  /** Moonshot has no time for an expired batch other than when it was due. */
  private static @Nullable Instant ended(Batch batch, BatchState state) {
    Instant at = at(state, batch);
    return at == null && state == BatchState.EXPIRED ? time(batch.getExpiresAt()) : at;
  }

  private static RequestCounts counts(Batch batch, BatchState state) {
    Counts counts = counts(batch);
    Long alone = number(batch.getRequestCounts());
    long total = Math.max(count(counts.getTotal()), count(alone));
    return StatusReader.counts(
        state, total, count(counts.getCompleted()), count(counts.getFailed()));
  }

  /** The counts are in an object, or next to each other in the batch itself. */
  private static Counts counts(Batch batch) {
    return batch.getRequestCounts() instanceof JsonObject nested
        ? WireJson.decode(nested, Counts.class)
        : new Counts()
            .total(batch.getTotal())
            .completed(batch.getCompleted())
            .failed(batch.getFailed());
  }
}
