package io.batchwright.internal.client;

import io.batchwright.BatchStatus;
import io.batchwright.ListOptions;
import io.batchwright.internal.wait.BatchPage;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** One pass over the batches of an account, a page at a time. Not thread-safe. */
final class Listing implements Iterator<BatchStatus> {
  private final ProviderAdapter provider;
  private final ListOptions options;
  private Iterator<BatchStatus> page = Collections.emptyIterator();
  private @Nullable String cursor;
  private @Nullable Instant givenAt;
  private boolean more = true;
  private int left;

  Listing(ProviderAdapter provider, ListOptions options) {
    this.provider = provider;
    this.options = options;
    this.left = options.limit();
  }

  @Override
  public boolean hasNext() {
    while (left > 0 && !page.hasNext() && more) {
      BatchPage read = provider.list(options.withLimit(left), cursor);
      page = read.batches().iterator();
      givenAt = read.givenAt();
      // A cursor that does not move would ask for the same page for ever.
      more = read.next() != null && !read.next().equals(cursor);
      cursor = read.next();
    }
    return left > 0 && page.hasNext();
  }

  /** Returns the provider's time of the last page, or null if it sent none. */
  @Nullable Instant givenAt() {
    return givenAt;
  }

  @Override
  public BatchStatus next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    left--;
    return page.next();
  }
}
