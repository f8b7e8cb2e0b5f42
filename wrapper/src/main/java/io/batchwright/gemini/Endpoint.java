package io.batchwright.gemini;

import io.batchwright.SubmitOptions;
import java.util.Objects;

/** The endpoint of the requests of a batch, which decides where the create is sent. */
enum Endpoint {
  CONTENT(Gemini.GENERATE_CONTENT),
  EMBEDDINGS(Gemini.EMBED_CONTENT);

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
}
