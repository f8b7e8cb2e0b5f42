package io.batchwright;

/** Thrown when the provider does not accept the key, or the key may not do this (401, 403). */
public final class AuthenticationException extends ProviderException {
  private static final long serialVersionUID = 1L;

  AuthenticationException(Response response) {
    super(response, "Check the API key, and that it belongs to this provider and site");
  }
}
