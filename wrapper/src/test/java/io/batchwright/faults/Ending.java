package io.batchwright.faults;

import io.batchwright.Batch;
import io.batchwright.BatchHandle;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.CancellingBatch;
import io.batchwright.Deleted;
import io.batchwright.Outcome;
import io.batchwright.sandbox.Operation;
import java.util.List;
import java.util.function.Function;

/** Cancels and deletes, and retries with the returned handle. */
final class Ending {
  private Ending() {}

  static String cancel(Scene scene) {
    boolean ended = scene.fault.kind() == Kind.END;
    BatchHandle batch = ended ? scene.submitAndEnd() : scene.submit();
    scene.strike();
    Outcome<CancellingBatch, BatchHandle> outcome = batch.cancel();
    scene.requireCount(Operation.CANCEL, 1);
    scene.pass();
    BatchStatus last = scene.stage.awaitEnd(done(outcome, BatchHandle::cancel));
    BatchState due =
        ended
            ? scene.subject.endOfPartlyExpired()
            : scene.subject.endOfCancelled(scene.subject.states().get(0));
    // An end with an unknown state is recognised by the other members.
    boolean known = !last.rawState().equals(ContentFaults.UNKNOWN);
    scene.require(!known || last.state() == due, "the batch ended as " + last.state());
    scene.requireOneBatch();
    return seen(outcome);
  }

  static String delete(Scene scene) {
    BatchHandle batch = scene.submitAndEnd();
    List<String> files = scene.wire.files();
    scene.strike();
    Outcome<Deleted, BatchHandle> outcome = batch.delete();
    scene.pass();
    Deleted deleted = done(outcome, BatchHandle::delete);
    scene.require(
        deleted.recordRemains() == scene.subject.keepsRecord(), "the record is not said right");
    boolean atOnce = outcome instanceof Outcome.Done;
    scene.require(
        !atOnce || deleted.removed().containsAll(files), "of " + files + " went " + deleted);
    scene.require(
        scene.wire.ids().isEmpty() != scene.subject.keepsRecord(), "the record is not as said");
    int left = scene.wire.files().size();
    return left == 0 ? seen(outcome) : seen(outcome) + ", left " + left;
  }

  private static <T, H extends Batch> T done(
      Outcome<T, H> outcome, Function<H, Outcome<T, H>> again) {
    if (outcome instanceof Outcome.HandedBack<T, H> back) {
      return again.apply(back.handle()).orElseThrow();
    }
    return outcome.orElseThrow();
  }

  private static String seen(Outcome<?, ?> outcome) {
    return outcome instanceof Outcome.HandedBack<?, ?> back
        ? "back " + Words.of(back.error())
        : "done";
  }
}
