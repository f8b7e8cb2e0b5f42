package io.batchwright.anthropic;

import io.batchwright.client.anthropic.api.MessageBatchesApi;
import io.batchwright.client.anthropic.invoker.ApiClient;
import io.batchwright.client.anthropic.model.CreateBatchParams;
import io.batchwright.internal.http.GeneratedCall;
import io.batchwright.internal.http.GeneratedClients;
import org.jspecify.annotations.Nullable;

/** The generated calls, with the headers that go on each of them. Thread-safe. */
final class AnthropicCalls {
  private final MessageBatchesApi api;
  private final String version;
  private final @Nullable String betas;

  AnthropicCalls(
      String baseUrl, String key, boolean bearer, String version, @Nullable String betas) {
    ApiClient client = new ApiClient(GeneratedClients.CALL_BUILDER);
    client.setBasePath(baseUrl);
    if (bearer) {
      client.setBearerToken(key);
    } else {
      client.setApiKey(key);
    }
    this.api = new MessageBatchesApi(client);
    this.version = version;
    this.betas = betas;
  }

  /** The body is swapped for one that streams. */
  GeneratedCall create() {
    return () -> api.createBatchCall(version, new CreateBatchParams(), betas, null);
  }

  GeneratedCall retrieve(String id) {
    return () -> api.retrieveBatchCall(id, version, betas, null);
  }

  GeneratedCall list(int limit, @Nullable String after, @Nullable String before) {
    return () -> api.listBatchesCall(version, betas, limit, after, before, null);
  }

  GeneratedCall cancel(String id) {
    return () -> api.cancelBatchCall(id, version, betas, null);
  }

  GeneratedCall delete(String id) {
    return () -> api.deleteBatchCall(id, version, betas, null);
  }

  GeneratedCall results(String id) {
    return () -> api.streamResultsCall(id, version, betas, null);
  }
}
