package io.batchwright.testing;

import io.batchwright.MalformedResponseException;
import io.batchwright.ProviderException;
import io.batchwright.TransportException;
import io.batchwright.internal.http.ApiCall;
import io.batchwright.internal.http.Failure;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Failures as adapters throw them. */
public final class Refused {
  private Refused() {}

  /** Returns the exception for an HTTP status. */
  public static ProviderException with(int httpStatus) {
    return with(httpStatus, null);
  }

  /** Returns the exception for an HTTP status and a retry hint. */
  public static ProviderException with(int httpStatus, @Nullable Duration retryAfter) {
    return Failure.of(Failure.reported(httpStatus, "fake_error", null, "no such thing", "req_fake"))
        .withHints(Headers.of(), retryAfter)
        .toException("fake", ApiCall.RETRIEVE);
  }

  /** Returns the exception for a response that was never received. */
  public static TransportException lost() {
    return new TransportException("fake", "the call", new IOException("reset"));
  }

  /** Returns the exception for a malformed response. */
  public static MalformedResponseException malformed() {
    return new MalformedResponseException("fake", "the call", "not a JSON object");
  }
}
