package io.batchwright.gemini;

import io.batchwright.SubmitOptions;
import io.batchwright.client.gemini.api.BatchesApi;
import io.batchwright.client.gemini.model.CreateBatchParams;
import io.batchwright.client.gemini.model.CreateEmbeddingBatchParams;
import io.batchwright.internal.http.GeneratedCall;
import java.util.Objects;

/** The endpoint of the requests of a batch, which decides where the create is sent. */
enum Endpoint {
  CONTENT(Gemini.GENERATE_CONTENT) {
    @Override
    GeneratedCall create(BatchesApi api, String version, String model) {
      return () -> api.createBatchCall(version, model, new CreateBatchParams(), null);
    }
  },
  EMBEDDINGS(Gemini.EMBED_CONTENT) {
    @Override
    GeneratedCall create(BatchesApi api, String version, String model) {
      return () ->
          api.createEmbeddingBatchCall(version, model, new CreateEmbeddingBatchParams(), null);
    }
  };

  private final String method;

  Endpoint(String method) {
    this.method = method;
  }

  /**
   * Returns the endpoint in the options.
   *
   * @throws IllegalArgumentException if it has no batches
   */
  static Endpoint of(SubmitOptions options) {
    String wanted = Objects.requireNonNullElse(options.endpoint(), Gemini.GENERATE_CONTENT);
    for (Endpoint endpoint : values()) {
      if (endpoint.method.equals(wanted)) {
        return endpoint;
      }
    }
    throw new IllegalArgumentException(
        "gemini has no batches for the endpoint "
            + wanted
            + "; it has them for "
            + Gemini.GENERATE_CONTENT
            + " and "
            + Gemini.EMBED_CONTENT);
  }

  /** Returns the create, whose body is replaced by one that streams. */
  abstract GeneratedCall create(BatchesApi api, String version, String model);
}
