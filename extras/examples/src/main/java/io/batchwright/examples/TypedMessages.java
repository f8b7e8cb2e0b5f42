package io.batchwright.examples;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.anthropic.Anthropic;
import io.batchwright.client.anthropic.model.ContentBlock;
import io.batchwright.client.anthropic.model.Message;
import io.batchwright.client.anthropic.model.MessageParam;
import io.batchwright.client.anthropic.model.MessageParams;

/** Writes requests and reads responses with the generated models instead of maps and text. */
public final class TypedMessages {
  private TypedMessages() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws Exception {
    // docs: models in
    MessageParams params =
        new MessageParams()
            .model("claude-haiku-4-5")
            .maxTokens(256L)
            .system("Answer in one sentence.")
            .addMessagesItem(new MessageParam().role("user").content("Why is the sky blue?"));
    // docs: end
    try (BatchClient client = Anthropic.fromEnv()) {
      BatchHandle batch = client.submit(BatchInput.of(BatchRequest.of("sky-blue", params)));
      batch.await();
      try (BatchResults results = batch.results()) {
        // docs: models out
        for (BatchResult r : results) {
          if (r instanceof BatchResult.Succeeded ok) {
            print(ok.decode(Message.class));
          }
        }
        // docs: end
      }
    }
  }

  private static void print(Message message) {
    System.out.println(message.getModel() + " stopped by " + message.getStopReason());
    if (message.getContent() != null) {
      for (ContentBlock block : message.getContent()) {
        System.out.println(block.getType() + ": " + block.getText());
      }
    }
  }
}
