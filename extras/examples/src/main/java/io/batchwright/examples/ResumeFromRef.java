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
import java.time.Duration;

/** A process that dies while its batch runs goes on with that batch when it is started again. */
public final class ResumeFromRef {
  private ResumeFromRef() {}

  /** Arguments: the input file, and the file that keeps the ref between two starts. */
  public static void main(String[] args) throws Exception {
    Path refFile = Path.of(args[1]);
    try (BatchClient client = Anthropic.fromEnv()) {
      BatchHandle batch;
      if (Files.exists(refFile)) {
        batch = client.open(BatchRef.parse(Files.readString(refFile)));
        System.out.println("going on with " + batch.ref());
      } else {
        batch = submit(client, BatchInput.ofFile(Path.of(args[0])));
        keep(batch.ref(), refFile);
        System.out.println("submitted " + batch.ref());
      }
      batch.await(Duration.ofHours(26));
      Path file = Path.of(refFile + ".results.jsonl");
      try (BatchResults results = batch.results()) {
        System.out.println(results.saveTo(file) + " results kept");
      }
      ResultsSummary summary = new ResultsSummary();
      try (BatchResults results = Anthropic.readResults(file)) {
        results.forEach(summary::add);
      }
      System.out.println(summary);
    }
  }

  private static BatchHandle submit(BatchClient client, BatchInput input) {
    try {
      return client.submit(input);
    } catch (SubmitException e) {
      if (e.delivery() == SubmitException.Delivery.MAYBE_CREATED) {
        // Submitting again could pay twice, so a person decides which of these it is, if any.
        client
            .findSubmitted(e.attempt())
            .batches()
            .forEach(status -> System.out.println("perhaps this one: " + status.ref()));
      }
      throw e;
    }
  }

  /** Written beside its place and moved there, the file is never seen half written. */
  private static void keep(BatchRef ref, Path refFile) throws IOException {
    Path draft = Path.of(refFile + ".part");
    Files.writeString(draft, ref.toString());
    Files.move(draft, refFile, StandardCopyOption.ATOMIC_MOVE);
  }
}
