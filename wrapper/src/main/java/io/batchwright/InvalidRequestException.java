package io.batchwright;

/**
 * Thrown when the provider refuses the call itself (400, 409, 413, 422 and the like), or filters
 * it.
 */
public final class InvalidRequestException extends ProviderException {
  private static final long serialVersionUID = 1L;

  InvalidRequestException(Response response) {
    super(
        response,
        response.error().retryable()
            ? "Try again later"
            : "Correct what the message names; the same call will fail again");
  }
}
