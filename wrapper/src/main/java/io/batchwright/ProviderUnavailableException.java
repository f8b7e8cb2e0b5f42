package io.batchwright;

/** Thrown when the provider failed or is overloaded (408 and 5xx). */
public final class ProviderUnavailableException extends ProviderException {
  private static final long serialVersionUID = 1L;

  ProviderUnavailableException(Response response) {
    super(response, "Try again later");
  }
}
