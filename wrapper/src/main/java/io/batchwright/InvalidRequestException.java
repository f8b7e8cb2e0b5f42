package io.batchwright;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The provider found the call itself at fault (400, 409, 413, 422 and the like). */
public final class InvalidRequestException extends ProviderException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception from the same values as {@link ProviderException}. */
  public InvalidRequestException(
      String provider,
      String call,
      ErrorKind kind,
      int httpStatus,
      ApiError error,
      @Nullable Duration retryAfter) {
    super(provider, call, kind, httpStatus, error, retryAfter, advice(error));
  }

  private static String advice(ApiError error) {
    return error.retryable()
        ? "Try again later"
        : "Correct what the message names; the same call will fail again";
  }
}
