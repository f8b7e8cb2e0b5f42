package io.batchwright.internal.client;

import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
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

  /** Some providers do not show in the state that a batch is to stop; its cancel was accepted. */
  @Override
  BatchStatus seen(BatchStatus status) {
    return switch (status.state()) {
      case VALIDATING, QUEUED, RUNNING -> status.toBuilder().state(BatchState.CANCELLING).build();
      default -> status;
    };
  }

  @Override
  public Outcome<Deleted, CancellingBatch> delete() {
    return deleteAs();
  }
}
