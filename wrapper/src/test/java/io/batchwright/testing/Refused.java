package io.batchwright.testing;

import io.batchwright.ApiError;
import io.batchwright.AuthenticationException;
import io.batchwright.BatchNotFoundException;
import io.batchwright.InvalidRequestException;
import io.batchwright.MalformedResponseException;
import io.batchwright.ProviderException;
import io.batchwright.ProviderRefusal;
import io.batchwright.ProviderUnavailableException;
import io.batchwright.RateLimitedException;
import io.batchwright.TransportException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Failures as adapters throw them. */
public final class Refused {
  private Refused() {}

  /** Makes the exception for an HTTP status. */
  public static ProviderException with(int httpStatus) {
    return with(httpStatus, null);
  }

  /** Makes the exception for an HTTP status and a hint when to try again. */
  public static ProviderException with(int httpStatus, @Nullable Duration retryAfter) {
    boolean retryable = httpStatus == 408 || httpStatus == 429 || httpStatus >= 500;
    ApiError error = new ApiError("fake_error", null, "as told", "req_fake", null, retryable);
    ProviderRefusal refusal =
        new ProviderRefusal("fake", "the call", httpStatus, error, retryAfter);
    return switch (httpStatus) {
      case 400, 409, 413, 422 -> new InvalidRequestException(refusal);
      case 401, 403 -> new AuthenticationException(refusal);
      case 404 -> new BatchNotFoundException(refusal);
      case 429 -> new RateLimitedException(refusal);
      default ->
          retryable ? new ProviderUnavailableException(refusal) : new ProviderException(refusal);
    };
  }

  /** Makes the exception for an answer that never came. */
  public static TransportException lost() {
    return new TransportException("fake", "the call", new IOException("reset"));
  }

  /** Makes the exception for an answer that makes no sense. */
  public static MalformedResponseException malformed() {
    return new MalformedResponseException("fake", "the call", "not a JSON object");
  }
}
