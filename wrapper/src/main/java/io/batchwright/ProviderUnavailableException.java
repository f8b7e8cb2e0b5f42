package io.batchwright;

/** The provider failed or is overloaded (408 and 5xx). */
public final class ProviderUnavailableException extends ProviderException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception for what the provider said. */
  public ProviderUnavailableException(ProviderRefusal refusal) {
    super(refusal, "Try again later");
  }
}
