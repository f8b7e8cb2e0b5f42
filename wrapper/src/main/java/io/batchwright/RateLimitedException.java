package io.batchwright;

/** Thrown when there were too many requests (429), or a queue of the provider is full. */
public final class RateLimitedException extends ProviderException {
  private static final long serialVersionUID = 1L;

  RateLimitedException(Response response) {
    super(response, "Wait for retryAfter(), or for a minute, before the next attempt");
  }
}
