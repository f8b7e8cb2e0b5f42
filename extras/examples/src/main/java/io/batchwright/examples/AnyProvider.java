package io.batchwright.examples;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.ResultsSummary;
import io.batchwright.providers.Providers;
import java.nio.file.Path;

/** One program for every provider: only the name of the provider and the bodies differ. */
public final class AnyProvider {
  private AnyProvider() {}

  /** Arguments: the provider's name, and a file of requests. */
  public static void main(String[] args) throws Exception {
    // docs: any provider
    try (BatchClient client = Providers.builder(args[0]).fromEnv().build()) {
      BatchHandle batch = client.submit(BatchInput.ofFile(Path.of(args[1])));
      System.out.println(batch.await().state());
      try (BatchResults results = batch.results()) {
        ResultsSummary summary = new ResultsSummary();
        for (BatchResult r : results) {
          summary.add(r);
          System.out.println(r);
        }
        System.out.println(summary + ", " + summary.usage());
      }
      System.out.println("removed " + batch.delete().orElseThrow().removed().size());
    }
    // docs: end
  }
}
