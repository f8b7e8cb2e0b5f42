package io.batchwright.internal.wait;

import io.batchwright.BatchException;
import io.batchwright.BatchRef;
import io.batchwright.BatchStatus;
import io.batchwright.ListOptions;
import org.jspecify.annotations.Nullable;

/** Reads the statuses of batches, each call blocking until the response is there. Thread-safe. */
public interface StatusSource {
  /**
   * Reads the status of a batch in one call, which neither decodes nor buffers results.
   *
   * @throws BatchException if that fails
   */
  BatchStatus status(BatchRef ref);

  /**
   * Reads one page of the list of batches.
   *
   * @param options the caller's bounds; the limit is how many batches are still wanted
   * @param cursor the {@code next} of the page before, or null for the first page
   * @throws BatchException if that fails
   */
  BatchPage list(ListOptions options, @Nullable String cursor);
}
