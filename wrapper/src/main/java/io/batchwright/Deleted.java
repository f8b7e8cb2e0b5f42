package io.batchwright;

import java.util.List;
import java.util.Objects;

/**
 * What a delete removed, and what it left.
 *
 * @param ref the batch
 * @param removed what is gone: the batch, or files, by the provider's names
 * @param kept what was left on purpose, such as an input file that this library did not upload
 * @param recordRemains whether the provider still lists the batch, because it cannot remove the
 *     record itself
 */
public record Deleted(
    BatchRef ref, List<String> removed, List<String> kept, boolean recordRemains) {
  /** Copies the lists. */
  public Deleted {
    Objects.requireNonNull(ref, "ref");
    removed = List.copyOf(removed);
    kept = List.copyOf(kept);
  }
}
