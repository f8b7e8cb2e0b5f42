package io.batchwright.internal.handle;

import io.batchwright.CancellingBatch;
import io.batchwright.Deleted;
import io.batchwright.Outcome;

/** A handle on a batch whose cancel was accepted. Thread-safe. */
final class LiveCancelling extends OwnedBatch<CancellingBatch> implements CancellingBatch {
  LiveCancelling(BatchAccess access, boolean deleteTried) {
    super(access, deleteTried);
  }

  @Override
  CancellingBatch fresh(boolean deleteTried) {
    return new LiveCancelling(access, deleteTried);
  }

  @Override
  public Outcome<Deleted, CancellingBatch> delete() {
    return deleteAs();
  }
}
