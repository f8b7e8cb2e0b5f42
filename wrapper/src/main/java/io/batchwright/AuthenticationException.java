package io.batchwright;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The provider does not accept the key, or the key may not do this (401, 403). */
public final class AuthenticationException extends ProviderException {
  private static final long serialVersionUID = 1L;

  private static final String ADVICE =
      "Check the API key, and that it belongs to this provider and site";

  /** Creates the exception from the same values as {@link ProviderException}. */
  public AuthenticationException(
      String provider,
      String call,
      ErrorKind kind,
      int httpStatus,
      ApiError error,
      @Nullable Duration retryAfter) {
    super(provider, call, kind, httpStatus, error, retryAfter, ADVICE);
  }
}
