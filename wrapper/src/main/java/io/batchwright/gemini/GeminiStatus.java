package io.batchwright.gemini;

import com.google.gson.JsonObject;
import io.batchwright.ApiError;
import io.batchwright.BatchRef;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.RequestCounts;
import io.batchwright.internal.http.Failure;
import io.batchwright.internal.json.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an operation as it stands on the wire; its name was read before, and nothing else must be
 * there.
 */
final class GeminiStatus {
  private GeminiStatus() {}

  static BatchStatus of(BatchRef ref, Fields operation, @Nullable Duration pollAfter, String raw) {
    Fields batch = operation.object("metadata");
    String rawState = Objects.requireNonNullElse(batch.text("state"), "");
    BatchState state = state(rawState, operation);
    return new BatchStatus(
        ref,
        state,
        rawState,
        counts(batch.object("batchStats"), state),
        batch.instant("createTime"),
        null,
        batch.instant("endTime"),
        null,
        errors(operation),
        pollAfter,
        raw);
  }

  /**
   * The state decides before the error does: a batch that was cancelled before it began has both.
   * The wire writes {@code BATCH_STATE_}; SDKs and documents {@code JOB_STATE_}, some of whose
   * words only Vertex has.
   */
  private static BatchState state(String raw, Fields operation) {
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
  private static BatchState succeeded(Fields operation) {
    boolean out =
        operation.flag("done")
            || Stream.of(
                    operation.object("response"),
                    operation.object("error"),
                    operation.object("metadata").object("output"))
                .anyMatch(part -> part.json().size() > 0);
    return out ? BatchState.SUCCEEDED : BatchState.FINALIZING;
  }

  private static BatchState ended(Fields operation, BatchState otherwise) {
    if (!operation.flag("done")) {
      return otherwise;
    }
    return operation.json().get("error") instanceof JsonObject
        ? BatchState.FAILED
        : BatchState.SUCCEEDED;
  }

  /**
   * Requests that were running when the batch was cancelled count as failed; those neither failed
   * nor successful are still to run, or were cut off by the end.
   */
  private static RequestCounts counts(Fields stats, BatchState state) {
    long succeeded = stats.count("successfulRequestCount");
    long failed = stats.count("failedRequestCount");
    long pending = stats.count("pendingRequestCount");
    long total = Math.max(stats.count("requestCount"), succeeded + failed + pending);
    long rest = total - succeeded - failed;
    return new RequestCounts(
        total,
        state.terminal() ? 0 : rest,
        succeeded,
        failed,
        state == BatchState.CANCELLED ? rest : 0,
        state == BatchState.EXPIRED ? rest : 0);
  }

  private static List<ApiError> errors(Fields operation) {
    if (!(operation.json().get("error") instanceof JsonObject object)) {
      return List.of();
    }
    Fields error = new Fields(object);
    String code = error.word("code");
    ApiError apiError = Failure.reported(RpcCode.name(code), code, error.text("message"), null);
    return List.of(RpcCode.failure(apiError).error());
  }
}
