package io.batchwright.examples;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.BatchStatus;
import io.batchwright.CancellingBatch;
import io.batchwright.ResultsAudit;
import io.batchwright.anthropic.Anthropic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** README's recipes, each with its few lines. */
public final class Recipes {
  record Invoice(String number, double total) {}

  private Recipes() {}

  /** Arguments: the custom ids of the requests. */
  public static void main(String[] args) throws Exception {
    List<String> ids = List.of(args);
    BatchInput input = BatchInput.of(ids.stream().map(Recipes::request).toList());
    try (BatchClient client = Anthropic.fromEnv()) {
      BatchHandle first = client.submit(input);
      Files.writeString(Path.of("batch.ref"), first.ref().toString());

      // docs: resume
      // Continue after a restart, with the ref that was written
      BatchHandle batch = client.open(Files.readString(Path.of("batch.ref")));
      // docs: end

      // docs: wait
      // Wait without holding a thread, for one batch or for 10,000
      CompletableFuture<BatchStatus> end = batch.awaitAsync(Duration.ofHours(26));
      // docs: end
      System.out.println(end.get().state());

      BatchHandle again;
      try (BatchResults results = batch.results()) {
        // docs: send again
        // Send again what is missing, expired, rate limited or failed at the provider
        ResultsAudit audit = new ResultsAudit(ids);
        results.forEach(audit::add);
        again = client.submit(input.only(audit.toResend()));
        // docs: end
      }
      again.await();

      try (BatchResults results = again.results()) {
        for (BatchResult r : results) {
          BatchResult.Succeeded ok = r.succeeded().orElseThrow();
          // docs: answer
          // Read JSON that the model wrote into a class of yours; throws if it is not whole
          Invoice invoice = ok.answer(Invoice.class);
          // docs: end
          System.out.println(invoice.number() + ": " + invoice.total());
        }
      }

      // docs: cancel
      // Cancel, and keep the responses that are paid for: results() works afterwards
      CancellingBatch cancelling = client.submit(input).cancel().orElseThrow();
      cancelling.await(Duration.ofHours(1));
      // docs: end
      System.out.println(cancelling.status().state());
    }
  }

  private static BatchRequest request(String customId) {
    return BatchRequest.of(
        customId,
        Map.of(
            "model",
            "claude-haiku-4-5",
            "max_tokens",
            64,
            "messages",
            List.of(Map.of("role", "user", "content", "Return {\"number\": …, \"total\": …}"))));
  }
}
