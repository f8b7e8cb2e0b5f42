package io.batchwright.internal.openai;

import com.google.gson.JsonObject;
import io.batchwright.BatchRef;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.RequestCounts;
import io.batchwright.internal.json.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a batch as it stands on the wire of any provider of the dialect; nothing but its id must be
 * there.
 */
final class DialectStatus {
  private DialectStatus() {}

  static BatchStatus of(BatchRef ref, Fields batch, @Nullable Duration pollAfter, String raw) {
    String rawState = Objects.requireNonNullElse(batch.text("status"), "");
    BatchState state = state(rawState, batch);
    return new BatchStatus(
        ref,
        state,
        rawState,
        counts(batch, state),
        batch.instant("created_at"),
        batch.instant("in_progress_at"),
        ended(batch, state),
        batch.instant("expires_at"),
        DialectErrors.ofBatch(batch),
        pollAfter,
        raw);
  }

  private static BatchState state(String raw, Fields batch) {
    return switch (raw.toLowerCase(Locale.ROOT)) {
      case "validating" -> BatchState.VALIDATING;
      case "queued", "in_queue", "pending" -> BatchState.QUEUED;
      case "in_progress" -> BatchState.RUNNING;
      case "finalizing" -> BatchState.FINALIZING;
      case "cancelling" -> BatchState.CANCELLING;
      case "completed" -> BatchState.SUCCEEDED;
      case "failed" -> BatchState.FAILED;
      case "cancelled" -> BatchState.CANCELLED;
      case "expired" -> BatchState.EXPIRED;
      default -> byTime(batch);
    };
  }

  /** The time of an end is proof of that end, whatever the state is called. */
  private static BatchState byTime(Fields batch) {
    if (batch.instant("failed_at") != null) {
      return BatchState.FAILED;
    }
    if (batch.instant("cancelled_at") != null) {
      return BatchState.CANCELLED;
    }
    if (batch.instant("expired_at") != null) {
      return BatchState.EXPIRED;
    }
    return batch.instant("completed_at") != null ? BatchState.SUCCEEDED : BatchState.UNKNOWN;
  }

  /** Moonshot has no time for an expired batch other than when it was due. */
  private static @Nullable Instant ended(Fields batch, BatchState state) {
    return switch (state) {
      case SUCCEEDED -> batch.instant("completed_at");
      case FAILED -> batch.instant("failed_at");
      case CANCELLED -> batch.instant("cancelled_at");
      case EXPIRED -> {
        Instant expired = batch.instant("expired_at");
        yield expired != null ? expired : batch.instant("expires_at");
      }
      default -> null;
    };
  }

  /**
   * Reads counts that stand in an object, beside each other in the batch itself, or are a total
   * alone. What neither completed nor failed is still to run, or was cut off by the end.
   */
  private static RequestCounts counts(Fields batch, BatchState state) {
    boolean nested = batch.json().get("request_counts") instanceof JsonObject;
    Fields counts = nested ? batch.object("request_counts") : batch;
    long total = Math.max(counts.count("total"), batch.count("request_counts"));
    long completed = counts.count("completed");
    long failed = counts.count("failed");
    long rest = Math.max(0, total - completed - failed);
    return new RequestCounts(
        total,
        state.terminal() ? 0 : rest,
        completed,
        failed,
        state == BatchState.CANCELLED ? rest : 0,
        state == BatchState.EXPIRED ? rest : 0);
  }
}
