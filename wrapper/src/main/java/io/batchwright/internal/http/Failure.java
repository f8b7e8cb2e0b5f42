package io.batchwright.internal.http;

import io.batchwright.ApiError;
import io.batchwright.ErrorKind;
import io.batchwright.ProviderException;
import java.time.Duration;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What an error response to a call means.
 *
 * @param error the provider's error
 * @param mayHaveExecuted whether the call may have been executed
 * @param retryAfter how long the provider wants the caller to wait, or null
 */
public record Failure(ApiError error, boolean mayHaveExecuted, @Nullable Duration retryAfter) {
  /**
   * Returns what an error means: unless its status shows whether the call was executed, its kind
   * does.
   */
  public static Failure of(ApiError error) {
    Integer status = error.httpStatus();
    boolean refused = status != null && status >= 300 && kind(status) != ErrorKind.UNAVAILABLE;
    boolean failed = status != null && status >= 500;
    boolean may = !refused && (failed || mayHaveExecuted(error.kind()));
    return new Failure(error, may, null);
  }

  /**
   * Returns an error as a provider reported it, of the kind that its words or its HTTP status have.
   *
   * @param status the status; null for a result line without one
   */
  public static ApiError reported(
      @Nullable Integer status,
      @Nullable String type,
      @Nullable String code,
      @Nullable String message,
      @Nullable String requestId) {
    return ErrorWords.classify(
        ApiError.builder(kind(status))
            .httpStatus(status)
            .type(type)
            .code(code)
            .message(message)
            .requestId(requestId)
            .build());
  }

  /**
   * Returns the kind that an error has by its HTTP status alone.
   *
   * @param status the status, or null; a 2xx means that the server failed, perhaps after it
   *     executed the call
   */
  public static ErrorKind kind(@Nullable Integer status) {
    if (status == null) {
      return ErrorKind.INVALID;
    }
    return switch (status) {
      case 401 -> ErrorKind.AUTHENTICATION;
      case 402 -> ErrorKind.QUOTA;
      case 403 -> ErrorKind.PERMISSION;
      case 404 -> ErrorKind.NOT_FOUND;
      case 408 -> ErrorKind.UNAVAILABLE;
      case 409 -> ErrorKind.CONFLICT;
      case 429 -> ErrorKind.RATE_LIMITED;
      default ->
          status >= 500 || (status >= 200 && status < 300)
              ? ErrorKind.UNAVAILABLE
              : ErrorKind.INVALID;
    };
  }

  /**
   * Returns whether a call may have been executed, as far as the kind of its failure shows: a
   * server that responds with 408 or 5xx may be in front of one that has executed the call.
   */
  public static boolean mayHaveExecuted(@Nullable ErrorKind kind) {
    return kind == ErrorKind.UNAVAILABLE || kind == ErrorKind.MALFORMED || kind == ErrorKind.IO;
  }

  /**
   * Returns a copy with what the headers say about another attempt.
   *
   * @param otherwise how long the body wants the caller to wait, or null
   */
  public Failure withHints(Headers headers, @Nullable Duration otherwise) {
    String verdict = headers.get("x-should-retry");
    Duration pause = RetryHints.pause(headers);
    ApiError decided =
        verdict == null
            ? error
            : error.toBuilder().retryable(verdict.equalsIgnoreCase("true")).build();
    return new Failure(decided, mayHaveExecuted, pause == null ? otherwise : pause);
  }

  Failure cleaned(Redactor redactor) {
    return new Failure(redactor.clean(error), mayHaveExecuted, retryAfter);
  }

  /** Returns the exception for a call that failed in this way. */
  public ProviderException toException(String provider, ApiCall call) {
    return ProviderException.of(provider, call.toString(), call.onBatch(), error, retryAfter);
  }
}
