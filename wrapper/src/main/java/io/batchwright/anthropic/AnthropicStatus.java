package io.batchwright.anthropic;

import io.batchwright.BatchRef;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.RequestCounts;
import io.batchwright.internal.json.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message batch as it stands on the wire; its id was read before, and nothing else must be
 * there.
 */
final class AnthropicStatus {
  private AnthropicStatus() {}

  static BatchStatus of(BatchRef ref, Fields batch, @Nullable Duration pollAfter, String raw) {
    RequestCounts counts = counts(batch.object("request_counts"));
    String rawState = Objects.requireNonNullElse(batch.text("processing_status"), "");
    return new BatchStatus(
        ref,
        state(rawState, batch, counts),
        rawState,
        counts,
        batch.instant("created_at"),
        null,
        batch.instant("ended_at"),
        batch.instant("expires_at"),
        List.of(),
        pollAfter,
        raw);
  }

  private static RequestCounts counts(Fields counts) {
    long processing = counts.count("processing");
    long succeeded = counts.count("succeeded");
    long errored = counts.count("errored");
    long cancelled = counts.count("canceled");
    long expired = counts.count("expired");
    return new RequestCounts(
        processing + succeeded + errored + cancelled + expired,
        processing,
        succeeded,
        errored,
        cancelled,
        expired);
  }

  /**
   * Anthropic has one end for everything: what it was an end of shows in the counts and in whether
   * a cancel was asked for. An end time is proof of an end, whatever the state is called.
   */
  private static BatchState state(String raw, Fields batch, RequestCounts counts) {
    boolean ended = raw.equals("ended") || batch.text("ended_at") != null;
    if (!ended) {
      return switch (raw) {
        case "in_progress" -> BatchState.RUNNING;
        case "canceling" -> BatchState.CANCELLING;
        default -> BatchState.UNKNOWN;
      };
    }
    if (batch.text("cancel_initiated_at") != null && counts.cancelled() > 0) {
      return BatchState.CANCELLED;
    }
    boolean allExpired = counts.total() > 0 && counts.expired() == counts.total();
    return allExpired ? BatchState.EXPIRED : BatchState.SUCCEEDED;
  }
}
