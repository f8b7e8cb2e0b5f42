package io.batchwright;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The provider asks to slow down (429). */
public final class RateLimitedException extends ProviderException {
  private static final long serialVersionUID = 1L;

  private static final String ADVICE =
      "Wait as long as retryAfter() says, or a minute, before the next try";

  /** Creates the exception from the same values as {@link ProviderException}. */
  public RateLimitedException(
      String provider,
      String call,
      ErrorKind kind,
      int httpStatus,
      ApiError error,
      @Nullable Duration retryAfter) {
    super(provider, call, kind, httpStatus, error, retryAfter, ADVICE);
  }
}
