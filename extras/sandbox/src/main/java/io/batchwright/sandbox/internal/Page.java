package io.batchwright.sandbox.internal;

import java.util.List;

/** A page of batches or files, and whether there are more in the direction of paging. */
public record Page<T>(List<T> items, boolean hasMore) {
  public Page {
    items = List.copyOf(items);
  }
}
