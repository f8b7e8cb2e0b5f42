package io.batchwright;

/** The provider found the call itself at fault (400, 409, 413, 422 and the like). */
public final class InvalidRequestException extends ProviderException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception for what the provider said. */
  public InvalidRequestException(ProviderRefusal refusal) {
    super(
        refusal,
        refusal.error().retryable()
            ? "Try again later"
            : "Correct what the message names; the same call will fail again");
  }
}
