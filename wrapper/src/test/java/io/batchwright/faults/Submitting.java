package io.batchwright.faults;

import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.SubmitCandidates;
import io.batchwright.SubmitException;
import io.batchwright.contract.FileSubject;
import io.batchwright.sandbox.Operation;

/**
 * A submit that meets a fault, then the recovery that its exception describes: in the end there is
 * one batch, with all of its results.
 */
final class Submitting {
  private Submitting() {}

  static String play(Environment env) {
    env.strike();
    try {
      BatchHandle batch = env.submit();
      requireOnce(env);
      env.pass();
      Reading.requireAll(env, batch);
      return "ok";
    } catch (SubmitException e) {
      requireOnce(env);
      env.pass();
      Reading.requireAll(env, recover(env, e));
      return Terms.of(e);
    }
  }

  private static void requireOnce(Environment env) {
    env.requireCount(Operation.UPLOAD, 1);
    env.requireCount(Operation.CREATE, 1);
  }

  private static BatchHandle recover(Environment env, SubmitException error) {
    if (error.delivery() == SubmitException.Delivery.MAYBE_CREATED) {
      SubmitCandidates found = env.client.findSubmitted(error.attempt());
      env.require(
          found.batches().size() == env.wire.created(),
          found.batches().size() + " batches were found of " + env.wire.created());
      if (!found.batches().isEmpty()) {
        return env.client.open(found.batches().get(0).ref());
      }
    } else {
      env.require(env.wire.created() == 0, "a batch was made although " + error.delivery());
    }
    String file = error.uploadedFileId();
    return file == null
        ? env.submit()
        : env.client.submit(BatchInput.uploaded(file), ((FileSubject) env.subject).withUploaded());
  }
}
