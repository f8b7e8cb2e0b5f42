package io.batchwright.internal.http;

import com.google.gson.JsonParseException;
import io.batchwright.BatchRef;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.RequestCounts;
import io.batchwright.internal.json.WireJson;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the batches in responses, of which only the id is required. Thread-safe.
 *
 * @param <B> the generated model of a batch
 * @param refs returns the ref of an id
 * @param model the model's class
 * @param id returns the id of a batch
 * @param form reads the rest of a batch
 * @param redactor removes secrets from errors
 */
public record StatusReader<B>(
    Function<String, BatchRef> refs,
    Class<B> model,
    Function<B, @Nullable String> id,
    Form<B> form,
    Redactor redactor) {
  /** A provider's form of a batch. */
  @FunctionalInterface
  public interface Form<B> {
    /**
     * Reads a batch.
     *
     * @param pollAfter how long the provider wants the caller to wait, or null
     * @param raw the batch as JSON
     */
    BatchStatus read(BatchRef ref, B batch, @Nullable Duration pollAfter, String raw);
  }

  /**
   * Reads a response that is a batch.
   *
   * @throws JsonParseException if it names no usable id
   */
  public BatchStatus one(TextResponse response) {
    B batch = response.as(model);
    BatchRef ref =
        refOf(batch).orElseThrow(() -> new JsonParseException("it names no usable batch id"));
    return read(ref, batch, RetryHints.pause(response.headers()), response.body());
  }

  /** Reads the batches of a page. */
  public List<BatchStatus> listed(@Nullable List<@Nullable B> page) {
    return Objects.requireNonNullElse(page, List.<B>of()).stream()
        .filter(Objects::nonNull)
        .flatMap(
            batch ->
                refOf(batch).map(ref -> read(ref, batch, null, WireJson.encode(batch))).stream())
        .toList();
  }

  /** Returns counts where all other requests are still to run, or were cut off by the end. */
  public static RequestCounts counts(BatchState state, long total, long succeeded, long errored) {
    long rest = Math.max(0, total - succeeded - errored);
    return RequestCounts.builder()
        .total(total)
        .processing(state.terminal() ? 0 : rest)
        .succeeded(succeeded)
        .errored(errored)
        .cancelled(state == BatchState.CANCELLED ? rest : 0)
        .expired(state == BatchState.EXPIRED ? rest : 0)
        .build();
  }

  private BatchStatus read(BatchRef ref, B batch, @Nullable Duration pollAfter, String raw) {
    BatchStatus status = form.read(ref, batch, pollAfter, raw);
    return status.toBuilder()
        .errors(status.errors().stream().map(redactor::clean).toList())
        .build();
  }

  /** An id that no ref can hold is as good as none; a create must not fail over it. */
  private Optional<BatchRef> refOf(B batch) {
    try {
      return Optional.ofNullable(id.apply(batch)).map(refs);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
