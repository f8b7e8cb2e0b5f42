package io.batchwright.internal.client;

import io.batchwright.BatchException;
import io.batchwright.BatchHandle;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.CancellingBatch;
import io.batchwright.Deleted;
import io.batchwright.Outcome;

/** A handle on a batch that was not cancelled through it. Thread-safe. */
final class LiveHandle extends OwnedBatch<BatchHandle> implements BatchHandle {
  LiveHandle(BatchAccess access, boolean deleteTried) {
    super(access, deleteTried);
  }

  @Override
  BatchHandle fresh(boolean deleteTried) {
    return new LiveHandle(access, deleteTried);
  }

  @Override
  public Outcome<CancellingBatch, BatchHandle> cancel() {
    consume("cancel");
    try {
      access.provider().cancel(access.ref());
    } catch (BatchException e) {
      if (!(BatchAccess.outcomeUnknown(e) && isEnding(e))) {
        return new Outcome.HandedBack<>(freshAsBefore(), e);
      }
    }
    access.events().send(listener -> listener.cancelled(ref()));
    return new Outcome.Done<>(new LiveCancelling(access, false));
  }

  /**
   * Returns whether the batch is cancelling or has ended; a cancel that comes too late is no error.
   */
  private boolean isEnding(BatchException refused) {
    try {
      BatchStatus status = access.status();
      return status.state().terminal() || status.state() == BatchState.CANCELLING;
    } catch (BatchException e) {
      refused.addSuppressed(e);
      return false;
    }
  }

  @Override
  public Outcome<Deleted, BatchHandle> delete() {
    return deleteAs();
  }
}
