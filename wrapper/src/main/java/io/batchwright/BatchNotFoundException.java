package io.batchwright;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The provider knows no such batch (404): it was deleted, is past its retention, or belongs to
 * another account.
 */
public final class BatchNotFoundException extends ProviderException {
  private static final long serialVersionUID = 1L;

  private static final String ADVICE =
      "Check the id, and that the key belongs to the account that made the batch";

  /** Creates the exception from the same values as {@link ProviderException}. */
  public BatchNotFoundException(
      String provider,
      String call,
      ErrorKind kind,
      int httpStatus,
      ApiError error,
      @Nullable Duration retryAfter) {
    super(provider, call, kind, httpStatus, error, retryAfter, ADVICE);
  }
}
