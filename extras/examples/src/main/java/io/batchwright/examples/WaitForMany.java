package io.batchwright.examples;

import io.batchwright.AwaitOptions;
import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.BatchStatus;
import io.batchwright.anthropic.Anthropic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Waits for several batches at once without a thread for each. */
public final class WaitForMany {
  private WaitForMany() {}

  /** Argument: the number of batches to submit. */
  public static void main(String[] args) throws Exception {
    try (BatchClient client = Anthropic.fromEnv()) {
      // docs: wait for many
      List<CompletableFuture<BatchStatus>> waits = new ArrayList<>();
      for (int i = 0; i < Integer.parseInt(args[0]); i++) {
        BatchHandle batch = client.submit(BatchInput.of(question(i)));
        waits.add(batch.awaitAsync(AwaitOptions.within(Duration.ofHours(26))));
      }
      for (CompletableFuture<BatchStatus> wait : waits) {
        BatchStatus status = wait.get();
        System.out.println(status.ref().id() + " " + status.state());
      }
      // docs: end
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
