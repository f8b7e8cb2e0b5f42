package io.batchwright.spi;

import io.batchwright.BatchStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing.
 *
 * @param batches the batches on it
 * @param next what to ask the next page with, or null at the end
 */
public record BatchPage(List<BatchStatus> batches, @Nullable String next) {
  /** Keeps its own copy. */
  public BatchPage {
    batches = List.copyOf(batches);
  }
}
