package io.batchwright.examples;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchRef;
import io.batchwright.BatchResults;
import io.batchwright.ResultsSummary;
import io.batchwright.SubmitException;
import io.batchwright.anthropic.Anthropic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Continues with the batch of an earlier start, so that a process may die while its batch runs. */
public final class ResumeFromRef {
  private ResumeFromRef() {}

  /** Arguments: the input file, and the file that keeps the ref between two starts. */
  public static void main(String[] args) throws Exception {
    Path refFile = Path.of(args[1]);
    try (BatchClient client = Anthropic.fromEnv()) {
      BatchHandle batch;
      // docs: resume
      if (Files.exists(refFile)) {
        batch = client.open(Files.readString(refFile)); // no call to the provider
        System.out.println("continuing with " + batch.ref());
      } else {
        batch = submit(client, BatchInput.ofFile(Path.of(args[0])));
        keep(batch.ref(), refFile);
        System.out.println("submitted " + batch.ref());
      }
      // docs: end
      batch.await();
      // docs: save
      Path file = Path.of(refFile + ".results.jsonl");
      try (BatchResults results = batch.results()) {
        System.out.println(results.saveTo(file) + " results saved");
      }
      ResultsSummary summary = new ResultsSummary();
      try (BatchResults results = Anthropic.readResults(file)) {
        results.forEach(summary::add);
      }
      System.out.println(summary);
      // docs: end
    }
  }

  private static BatchHandle submit(BatchClient client, BatchInput input) {
    try {
      return client.submit(input);
    } catch (SubmitException e) {
      if (e.delivery() == SubmitException.Delivery.MAYBE_CREATED) {
        // Submitting again could pay twice, so a person decides whether one of these is the batch.
        client
            .findSubmitted(e.attempt())
            .batches()
            .forEach(status -> System.out.println("possibly this one: " + status.ref()));
      }
      throw e;
    }
  }

  /** Writes another file and renames it, so that a crash never leaves half a ref. */
  // docs: keep the ref
  private static void keep(BatchRef ref, Path refFile) throws IOException {
    Path draft = Path.of(refFile + ".part");
    Files.writeString(draft, ref.toString());
    Files.move(draft, refFile, StandardCopyOption.ATOMIC_MOVE);
  }
  // docs: end
}
