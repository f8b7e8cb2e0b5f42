package io.batchwright.examples;

import io.batchwright.client.anthropic.api.MessageBatchesApi;
import io.batchwright.client.anthropic.invoker.ApiClient;
import io.batchwright.client.anthropic.invoker.ApiException;
import io.batchwright.client.anthropic.model.BatchRequestParams;
import io.batchwright.client.anthropic.model.CreateBatchParams;
import io.batchwright.client.anthropic.model.MessageBatch;
import io.batchwright.client.anthropic.model.MessageParam;
import io.batchwright.client.anthropic.model.MessageParams;

/** Uses the generated client alone, without the library around it: one typed method per call. */
public final class GeneratedClientOnly {
  private GeneratedClientOnly() {}

  /** Argument: the base URL. */
  public static void main(String[] args) throws ApiException {
    // docs: generated client
    ApiClient client = new ApiClient();
    client.setBasePath(args[0]);
    client.setApiKey(System.getenv("ANTHROPIC_API_KEY"));
    MessageBatchesApi api = new MessageBatchesApi(client);

    MessageParams params =
        new MessageParams()
            .model("claude-haiku-4-5")
            .maxTokens(64L)
            .addMessagesItem(new MessageParam().role("user").content("Name a prime."));
    CreateBatchParams body =
        new CreateBatchParams()
            .addRequestsItem(new BatchRequestParams().customId("prime-1").params(params));
    MessageBatch created = api.createBatch("2023-06-01", body, null);
    MessageBatch read = api.retrieveBatch(created.getId(), "2023-06-01", null);
    System.out.println(read.getId() + " " + read.getProcessingStatus());
    // docs: end
  }
}
