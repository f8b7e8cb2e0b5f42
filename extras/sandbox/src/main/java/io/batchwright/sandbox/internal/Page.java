package io.batchwright.sandbox.internal;

import java.util.List;

/** A page of batches, newest first, and whether there are more in the direction of paging. */
public record Page(List<Batch> batches, boolean hasMore) {
  public Page {
    batches = List.copyOf(batches);
  }
}
