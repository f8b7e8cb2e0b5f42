package io.batchwright.examples;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResults;
import io.batchwright.ResultsAudit;
import io.batchwright.anthropic.Anthropic;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Sends again the requests that are missing, expired or failed at the provider, and no others. */
public final class SendAgain {
  private SendAgain() {}

  /** Argument: the number of requests. */
  public static void main(String[] args) throws Exception {
    List<BatchRequest> requests =
        IntStream.range(0, Integer.parseInt(args[0])).mapToObj(SendAgain::question).toList();
    BatchInput input = BatchInput.of(requests);
    List<String> ids = requests.stream().map(BatchRequest::customId).toList();
    try (BatchClient client = Anthropic.fromEnv()) {
      for (int attempt = 1; attempt <= 3 && !ids.isEmpty(); attempt++) {
        // docs: send again
        BatchHandle batch = client.submit(input.only(ids));
        batch.await();
        ResultsAudit audit = new ResultsAudit(ids);
        try (BatchResults results = batch.results()) {
          results.forEach(audit::add);
        }
        ids = audit.toResend(); // missing, expired, rate limited, or failed at the provider
        // docs: end
        System.out.println("attempt " + attempt + ": " + audit + "; to send again: " + ids);
      }
    }
  }

  private static BatchRequest question(int number) {
    return BatchRequest.of(
        "question-" + number,
        Map.of(
            "model",
            "claude-haiku-4-5",
            "max_tokens",
            64,
            "messages",
            List.of(Map.of("role", "user", "content", "What is " + number + " squared?"))));
  }
}
