package io.batchwright;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The provider failed or is overloaded (408 and 5xx). */
public final class ProviderUnavailableException extends ProviderException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception from the same values as {@link ProviderException}. */
  public ProviderUnavailableException(
      String provider,
      String call,
      ErrorKind kind,
      int httpStatus,
      ApiError error,
      @Nullable Duration retryAfter) {
    super(provider, call, kind, httpStatus, error, retryAfter, "Try again later");
  }
}
