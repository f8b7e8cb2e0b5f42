package io.batchwright;

import com.google.errorprone.annotations.CheckReturnValue;

/** A live handle on one batch, through which it can be cancelled too. Thread-safe. */
public interface BatchHandle extends Batch {
  /**
   * Cancels the batch, and consumes this handle.
   *
   * <p>Done when the provider accepted, and also when the batch was already cancelling or had
   * ended. What the call returns can be waited for, since a cancelled batch settles later and keeps
   * the results it already has.
   */
  @CheckReturnValue
  Outcome<CancellingBatch, BatchHandle> cancel();

  @Override
  @CheckReturnValue
  Outcome<Deleted, BatchHandle> delete();
}
