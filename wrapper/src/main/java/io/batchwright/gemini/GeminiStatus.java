package io.batchwright.gemini;

import static io.batchwright.internal.json.JsonValues.count;
import static io.batchwright.internal.json.JsonValues.number;
import static io.batchwright.internal.json.JsonValues.time;
import static io.batchwright.internal.json.JsonValues.word;

import io.batchwright.ApiError;
import io.batchwright.BatchRef;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.RequestCounts;
import io.batchwright.client.gemini.model.BatchMetadata;
import io.batchwright.client.gemini.model.BatchStats;
import io.batchwright.client.gemini.model.Operation;
import io.batchwright.client.gemini.model.Status;
import io.batchwright.internal.http.StatusReader;
import io.batchwright.internal.json.WireJson;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads an operation, of which only the name is required. */
final class GeminiStatus {
  private GeminiStatus() {}

  static BatchStatus of(
      BatchRef ref, Operation operation, @Nullable Duration pollAfter, String raw) {
    BatchMetadata batch = metadata(operation);
    String rawState = Objects.requireNonNullElse(batch.getState(), "");
    BatchState state = state(rawState, operation);
    return BatchStatus.builder(ref, state)
        .rawState(rawState)
        .counts(counts(batch.getBatchStats(), state))
        .createdAt(time(batch.getCreateTime()))
        .endedAt(time(batch.getEndTime()))
        .errors(errors(operation.getError()))
        .pollAfter(pollAfter)
        .rawJson(raw)
        .build();
  }

  /**
   * The state decides before the error does: a batch that was cancelled before it began has both.
   * The wire writes {@code BATCH_STATE_}; SDKs and documents {@code JOB_STATE_}, some of whose
   * words only Vertex has.
   */
  private static BatchState state(String raw, Operation operation) {
    return switch (raw.substring(raw.indexOf("_STATE_") < 0 ? 0 : raw.indexOf("_STATE_") + 7)) {
      case "SUCCEEDED", "PARTIALLY_SUCCEEDED" -> succeeded(operation);
      case "FAILED" -> BatchState.FAILED;
      case "CANCELLED" -> BatchState.CANCELLED;
      case "EXPIRED" -> BatchState.EXPIRED;
      case "CANCELLING" -> ended(operation, BatchState.CANCELLING);
      case "RUNNING", "PAUSED", "UPDATING" -> ended(operation, BatchState.RUNNING);
      case "PENDING", "QUEUED", "UNSPECIFIED", "" -> ended(operation, BatchState.QUEUED);
      default -> ended(operation, BatchState.UNKNOWN);
    };
  }

  /** The state has been seen to come before the output does. */
  private static BatchState succeeded(Operation operation) {
    boolean out =
        isDone(operation)
            || !WireJson.isEmpty(operation.getResponse())
            || !WireJson.isEmpty(operation.getError())
            || !WireJson.isEmpty(metadata(operation).getOutput());
    return out ? BatchState.SUCCEEDED : BatchState.FINALIZING;
  }

  private static BatchState ended(Operation operation, BatchState otherwise) {
    if (!isDone(operation)) {
      return otherwise;
    }
    return operation.getError() != null ? BatchState.FAILED : BatchState.SUCCEEDED;
  }

  private static boolean isDone(Operation operation) {
    return Boolean.TRUE.equals(operation.getDone());
  }

  static BatchMetadata metadata(Operation operation) {
    return Objects.requireNonNullElseGet(operation.getMetadata(), BatchMetadata::new);
  }

  /** Requests that were running when the batch was cancelled count as failed. */
  private static RequestCounts counts(@Nullable BatchStats sent, BatchState state) {
    BatchStats stats = Objects.requireNonNullElseGet(sent, BatchStats::new);
    long succeeded = count(number(stats.getSuccessfulRequestCount()));
    long failed = count(number(stats.getFailedRequestCount()));
    long pending = count(number(stats.getPendingRequestCount()));
    long total = Math.max(count(number(stats.getRequestCount())), succeeded + failed + pending);
    return StatusReader.counts(state, total, succeeded, failed);
  }

  private static List<ApiError> errors(@Nullable Status error) {
    if (error == null) {
      return List.of();
    }
    return List.of(GeminiErrors.ofRpc(null, word(error.getCode()), error.getMessage()));
  }
}
