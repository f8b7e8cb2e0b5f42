package io.batchwright;

import com.google.errorprone.annotations.CheckReturnValue;

/** A live right to act on one batch, cancelling it among the rest. Thread-safe. */
public interface BatchHandle extends Batch {
  /**
   * Asks the provider to stop the batch, and spends this handle.
   *
   * <p>Done when the provider accepted, and also when the batch was already cancelling or had
   * ended. What the call gives can be waited for, since a cancelled batch settles later and keeps
   * the results it already has.
   */
  @CheckReturnValue
  Outcome<CancellingBatch, BatchHandle> cancel();

  @Override
  @CheckReturnValue
  Outcome<Deleted, BatchHandle> delete();
}
