package io.batchwright;

/** The provider asks to slow down (429). */
public final class RateLimitedException extends ProviderException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception for what the provider said. */
  public RateLimitedException(ProviderRefusal refusal) {
    super(refusal, "Wait as long as retryAfter() says, or a minute, before the next try");
  }
}
