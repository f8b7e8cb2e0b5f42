package io.batchwright;

import com.google.errorprone.annotations.CheckReturnValue;

/** A live handle on one batch, through which it can be cancelled too. Thread-safe. */
public interface BatchHandle extends Batch {
  /**
   * Cancels the batch, and consumes this handle.
   *
   * <p>It succeeds if the provider accepts the cancel, and also if the batch was cancelling or had
   * ended before. A cancelled batch ends a while later and keeps the results that it has, so the
   * handle that is returned can be waited for and read.
   *
   * <pre>{@code
   * CancellingBatch cancelling = batch.cancel().orElseThrow();
   * cancelling.await();
   * }</pre>
   */
  @CheckReturnValue
  Outcome<CancellingBatch, BatchHandle> cancel();

  @Override
  @CheckReturnValue
  Outcome<Deleted, BatchHandle> delete();
}
