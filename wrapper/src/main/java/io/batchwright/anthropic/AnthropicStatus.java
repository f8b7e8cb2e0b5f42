package io.batchwright.anthropic;

import static io.batchwright.internal.json.JsonValues.count;
import static io.batchwright.internal.json.JsonValues.text;
import static io.batchwright.internal.json.JsonValues.time;

import io.batchwright.BatchRef;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.RequestCounts;
import io.batchwright.client.anthropic.model.MessageBatch;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a message batch, of which only the id is required. */
final class AnthropicStatus {
  private AnthropicStatus() {}

  static BatchStatus of(
      BatchRef ref, MessageBatch batch, @Nullable Duration pollAfter, String raw) {
    RequestCounts counts = counts(batch);
    String rawState = Objects.requireNonNullElse(batch.getProcessingStatus(), "");
    return BatchStatus.builder(ref, state(rawState, batch, counts))
        .rawState(rawState)
        .counts(counts)
        .createdAt(time(batch.getCreatedAt()))
        .endedAt(time(batch.getEndedAt()))
        .expiresAt(time(batch.getExpiresAt()))
        .pollAfter(pollAfter)
        .rawJson(raw)
        .build();
  }

  private static RequestCounts counts(MessageBatch batch) {
    var none = new io.batchwright.client.anthropic.model.RequestCounts();
    var counts = Objects.requireNonNullElse(batch.getRequestCounts(), none);
    long processing = count(counts.getProcessing());
    long succeeded = count(counts.getSucceeded());
    long errored = count(counts.getErrored());
    long cancelled = count(counts.getCanceled());
    long expired = count(counts.getExpired());
    return RequestCounts.builder()
        .total(processing + succeeded + errored + cancelled + expired)
        .processing(processing)
        .succeeded(succeeded)
        .errored(errored)
        .cancelled(cancelled)
        .expired(expired)
        .build();
  }

  /**
   * Anthropic has one end for everything: what it was an end of shows in the counts and in whether
   * a cancel was asked for. An end time is proof of an end, whatever the state is called.
   */
  private static BatchState state(String raw, MessageBatch batch, RequestCounts counts) {
    boolean ended = raw.equals("ended") || text(batch.getEndedAt()) != null;
    if (!ended) {
      return switch (raw) {
        case "in_progress" -> BatchState.RUNNING;
        case "canceling" -> BatchState.CANCELLING;
        default -> BatchState.UNKNOWN;
      };
    }
    if (text(batch.getCancelInitiatedAt()) != null && counts.cancelled() > 0) {
      return BatchState.CANCELLED;
    }
    boolean allExpired = counts.total() > 0 && counts.expired() == counts.total();
    return allExpired ? BatchState.EXPIRED : BatchState.SUCCEEDED;
  }
}
