package io.batchwright;

/** The provider does not accept the key, or the key may not do this (401, 403). */
public final class AuthenticationException extends ProviderException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception for what the provider said. */
  public AuthenticationException(ProviderRefusal refusal) {
    super(refusal, "Check the API key, and that it belongs to this provider and site");
  }
}
