package io.batchwright.examples;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.SubmitCandidates;
import io.batchwright.SubmitException;
import io.batchwright.openai.OpenAi;
import java.nio.file.Path;

/** Submits again after a failure without paying twice and without uploading twice. */
public final class SubmitAgain {
  private SubmitAgain() {}

  /** Argument: a file of requests. */
  public static void main(String[] args) {
    try (BatchClient client = OpenAi.fromEnv()) {
      BatchHandle batch = submit(client, BatchInput.ofFile(Path.of(args[0])));
      System.out.println(batch.ref());
    }
  }

  private static BatchHandle submit(BatchClient client, BatchInput input) {
    // docs: submit again
    try {
      return client.submit(input);
    } catch (SubmitException e) {
      System.out.println(e.delivery() + ", file " + e.uploadedFileId());
      if (e.delivery() == SubmitException.Delivery.MAYBE_CREATED) {
        SubmitCandidates found = client.findSubmitted(e.attempt());
        if (found.certain()) {
          return client.open(found.batches().get(0).ref());
        }
        throw e; // a person decides whether one of found.batches() is the batch
      }
      if (!e.retryable()) {
        throw e;
      }
      String fileId = e.uploadedFileId();
      return client.submit(fileId == null ? input : BatchInput.uploaded(fileId));
    }
    // docs: end
  }
}
