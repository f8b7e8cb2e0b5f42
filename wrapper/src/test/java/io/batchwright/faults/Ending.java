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

  static String cancel(Environment env) {
    boolean ended = env.fault.kind() == Kind.END;
    BatchHandle batch = ended ? env.submitAndEnd() : env.submit();
    env.strike();
    Outcome<CancellingBatch, BatchHandle> outcome = batch.cancel();
    env.requireCount(Operation.CANCEL, 1);
    env.pass();
    BatchStatus last = env.bed.awaitEnd(done(outcome, BatchHandle::cancel));
    BatchState due =
        ended
            ? env.subject.endOfPartlyExpired()
            : env.subject.endOfCancelled(env.subject.states().get(0));
    // An end with an unknown state is recognised by the other members.
    boolean known = !last.rawState().equals(ContentFaults.UNKNOWN);
    env.require(!known || last.state() == due, "the batch ended as " + last.state());
    env.requireOneBatch();
    return seen(outcome);
  }

  static String delete(Environment env) {
    BatchHandle batch = env.submitAndEnd();
    List<String> files = env.wire.files();
    env.strike();
    Outcome<Deleted, BatchHandle> outcome = batch.delete();
    env.pass();
    Deleted deleted = done(outcome, BatchHandle::delete);
    env.require(
        deleted.recordRemains() == env.subject.keepsRecord(), "the record is not said right");
    boolean atOnce = outcome instanceof Outcome.Done;
    env.require(
        !atOnce || deleted.removed().containsAll(files), "of " + files + " went " + deleted);
    env.require(env.wire.ids().isEmpty() != env.subject.keepsRecord(), "the record is not as said");
    int left = env.wire.files().size();
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
        ? "back " + Terms.of(back.error())
        : "done";
  }
}
