package io.batchwright;

/** The provider limits how fast requests may come (429), or a queue of its own is full. */
public final class RateLimitedException extends ProviderException {
  private static final long serialVersionUID = 1L;

  RateLimitedException(Response response) {
    super(response, "Wait as long as retryAfter() says, or a minute, before the next try");
  }
}
