package io.batchwright.internal.wait;

import io.batchwright.BatchStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing.
 *
 * @param batches the batches on it
 * @param next what to ask the next page with, or null at the end
 * @param givenAt when the provider gave it, by the provider's own clock, or null if it does not say
 */
public record BatchPage(
    List<BatchStatus> batches, @Nullable String next, @Nullable Instant givenAt) {
  /** Keeps its own copy. */
  public BatchPage {
    batches = List.copyOf(batches);
  }

  /** A page of a provider that does not say what time it is there. */
  public BatchPage(List<BatchStatus> batches, @Nullable String next) {
    this(batches, next, null);
  }
}
