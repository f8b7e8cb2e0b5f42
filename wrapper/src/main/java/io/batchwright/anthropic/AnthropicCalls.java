package io.batchwright.anthropic;

import io.batchwright.client.anthropic.api.MessageBatchesApi;
import io.batchwright.client.anthropic.model.CreateBatchParams;
import io.batchwright.internal.http.GeneratedCall;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The generated calls, with the headers of each of them. Thread-safe.
 *
 * @param api creates a generated client for each call, with the key of that call
 * @param version the API version
 * @param betas the beta features, or null
 */
record AnthropicCalls(Supplier<MessageBatchesApi> api, String version, @Nullable String betas) {
  /** The body is swapped for one that streams. */
  GeneratedCall create() {
    return () -> api.get().createBatchCall(version, new CreateBatchParams(), betas, null);
  }

  GeneratedCall retrieve(String id) {
    return () -> api.get().retrieveBatchCall(id, version, betas, null);
  }

  GeneratedCall list(int limit, @Nullable String after, @Nullable String before) {
    return () -> api.get().listBatchesCall(version, betas, limit, after, before, null);
  }

  GeneratedCall cancel(String id) {
    return () -> api.get().cancelBatchCall(id, version, betas, null);
  }

  GeneratedCall delete(String id) {
    return () -> api.get().deleteBatchCall(id, version, betas, null);
  }

  GeneratedCall results(String id) {
    return () -> api.get().streamResultsCall(id, version, betas, null);
  }
}
