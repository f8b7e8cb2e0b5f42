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

  static String play(Scene scene) {
    scene.strike();
    try {
      BatchHandle batch = scene.submit();
      requireOnce(scene);
      scene.pass();
      Reading.requireAll(scene, batch);
      return "ok";
    } catch (SubmitException e) {
      requireOnce(scene);
      scene.pass();
      Reading.requireAll(scene, recover(scene, e));
      return Words.of(e);
    }
  }

  private static void requireOnce(Scene scene) {
    scene.requireCount(Operation.UPLOAD, 1);
    scene.requireCount(Operation.CREATE, 1);
  }

  private static BatchHandle recover(Scene scene, SubmitException error) {
    if (error.delivery() == SubmitException.Delivery.MAYBE_CREATED) {
      SubmitCandidates found = scene.client.findSubmitted(error.attempt());
      scene.require(
          found.batches().size() == scene.wire.created(),
          found.batches().size() + " batches were found of " + scene.wire.created());
      if (!found.batches().isEmpty()) {
        return scene.client.open(found.batches().get(0).ref());
      }
    } else {
      scene.require(scene.wire.created() == 0, "a batch was made although " + error.delivery());
    }
    String file = error.uploadedFileId();
    return file == null
        ? scene.submit()
        : scene.client.submit(
            BatchInput.uploaded(file), ((FileSubject) scene.subject).withUploaded());
  }
}
