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
import io.batchwright.internal.json.WireJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
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
    if (time(batch.getFailedAt()) != null) {
      return BatchState.FAILED;
    }
    if (time(batch.getCancelledAt()) != null) {
      return BatchState.CANCELLED;
    }
    if (time(batch.getExpiredAt()) != null) {
      return BatchState.EXPIRED;
    }
    return time(batch.getCompletedAt()) != null ? BatchState.SUCCEEDED : BatchState.UNKNOWN;
  }

  /** Moonshot has no time for an expired batch other than when it was due. */
  private static @Nullable Instant ended(Batch batch, BatchState state) {
    return switch (state) {
      case SUCCEEDED -> time(batch.getCompletedAt());
      case FAILED -> time(batch.getFailedAt());
      case CANCELLED -> time(batch.getCancelledAt());
      case EXPIRED -> {
        Instant expired = time(batch.getExpiredAt());
        yield expired != null ? expired : time(batch.getExpiresAt());
      }
      default -> null;
    };
  }

  /** What neither completed nor failed is still to run, or was cut off by the end. */
  private static RequestCounts counts(Batch batch, BatchState state) {
    Counts counts = counts(batch);
    Long alone = number(batch.getRequestCounts());
    long total = Math.max(count(counts.getTotal()), count(alone));
    long completed = count(counts.getCompleted());
    long failed = count(counts.getFailed());
    long rest = Math.max(0, total - completed - failed);
    return RequestCounts.builder()
        .total(total)
        .processing(state.terminal() ? 0 : rest)
        .succeeded(completed)
        .errored(failed)
        .cancelled(state == BatchState.CANCELLED ? rest : 0)
        .expired(state == BatchState.EXPIRED ? rest : 0)
        .build();
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
