package io.batchwright;

import com.google.errorprone.annotations.CheckReturnValue;

/**
 * A batch whose cancel was accepted: it can be waited for, read and deleted, and cannot be
 * cancelled again. Thread-safe.
 */
public interface CancellingBatch extends Batch {
  @Override
  @CheckReturnValue
  Outcome<Deleted, CancellingBatch> delete();
}
