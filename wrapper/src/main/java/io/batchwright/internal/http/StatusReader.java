package io.batchwright.internal.http;

import com.google.gson.JsonParseException;
import io.batchwright.BatchRef;
import io.batchwright.BatchStatus;
import io.batchwright.internal.json.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads batches out of answers; all they must have is an id. Thread-safe.
 *
 * @param refs makes the ref of an id
 * @param form reads the rest of a batch
 * @param redactor makes what is said of errors fit to be shown
 * @param id the member of a batch that holds its id
 * @param list the member of a page that holds its batches
 */
public record StatusReader(
    Function<String, BatchRef> refs, Form form, Redactor redactor, String id, String list) {
  /** Reads batches that are called what most providers call them. */
  public StatusReader(Function<String, BatchRef> refs, Form form, Redactor redactor) {
    this(refs, form, redactor, "id", "data");
  }

  /** A provider's form of a batch. */
  @FunctionalInterface
  public interface Form {
    /**
     * Reads a batch.
     *
     * @param batch the batch, of any shape
     * @param pollAfter how long the provider asks to wait, or null
     * @param raw the batch as JSON
     */
    BatchStatus read(BatchRef ref, Fields batch, @Nullable Duration pollAfter, String raw);
  }

  /**
   * Reads an answer that is a batch.
   *
   * @throws JsonParseException if it names no usable id
   */
  public BatchStatus one(TextResponse answer) {
    Fields batch = new Fields(answer.json());
    BatchRef ref =
        refOf(batch).orElseThrow(() -> new JsonParseException("it names no usable batch id"));
    return read(ref, batch, RetryHints.pause(answer.headers()), answer.body());
  }

  /** Reads the batches of a page. */
  public List<BatchStatus> listed(Fields page) {
    return page.objects(list).stream().map(this::entry).flatMap(Optional::stream).toList();
  }

  private Optional<BatchStatus> entry(Fields batch) {
    return refOf(batch).map(ref -> read(ref, batch, null, batch.json().toString()));
  }

  private BatchStatus read(BatchRef ref, Fields batch, @Nullable Duration pollAfter, String raw) {
    BatchStatus status = form.read(ref, batch, pollAfter, raw);
    return status.errors(status.errors().stream().map(redactor::clean).toList());
  }

  /** An id that no ref can hold is as good as none; a create must not fail over it. */
  private Optional<BatchRef> refOf(Fields batch) {
    String named = batch.text(id);
    try {
      return named == null ? Optional.empty() : Optional.of(refs.apply(named));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
