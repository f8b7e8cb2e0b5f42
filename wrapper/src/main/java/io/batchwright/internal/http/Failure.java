package io.batchwright.internal.http;

import io.batchwright.ApiError;
import io.batchwright.AuthenticationException;
import io.batchwright.BatchNotFoundException;
import io.batchwright.ErrorKind;
import io.batchwright.InvalidRequestException;
import io.batchwright.ProviderException;
import io.batchwright.ProviderUnavailableException;
import io.batchwright.RateLimitedException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What an error of a provider means, of a call or of one result line.
 *
 * @param kind what it means
 * @param mayHaveExecuted whether the call may have been executed
 * @param httpStatus the HTTP status, or the equivalent one if the response had a 2xx
 * @param error the provider's error, with the decision whether it is retryable
 * @param retryAfter how long the provider wants the caller to wait, or null
 */
public record Failure(
    ErrorKind kind,
    boolean mayHaveExecuted,
    int httpStatus,
    ApiError error,
    @Nullable Duration retryAfter) {
  /** Other statuses, such as a redirect, do not blame the request's content. */
  private static final Set<Integer> ABOUT_THE_REQUEST = Set.of(400, 405, 413, 415, 422);

  /**
   * Returns what a status usually means.
   *
   * @param status the HTTP status, 0 for the line of a request without an error status; a 2xx means
   *     that the server failed, perhaps after it executed the call
   * @param error the provider's error; whether it is retryable is decided here
   */
  public static Failure of(int status, ApiError error) {
    int effective = status > 0 && status < 300 ? 500 : status;
    ErrorKind kind = kind(effective);
    boolean retryable = kind == ErrorKind.RATE_LIMITED || kind == ErrorKind.UNAVAILABLE;
    return new Failure(kind, mayHaveExecuted(kind), effective, error, null)
        .withRetryable(retryable);
  }

  /** Returns an error as a provider reported it, whose meaning is still open. */
  public static ApiError reported(
      @Nullable String type,
      @Nullable String code,
      @Nullable String message,
      @Nullable String requestId) {
    String text = Objects.requireNonNullElse(message, "");
    return new ApiError(type, code, text, requestId, null, false);
  }

  private static ErrorKind kind(int status) {
    return switch (status) {
      case 401 -> ErrorKind.AUTHENTICATION;
      case 402 -> ErrorKind.QUOTA;
      case 403 -> ErrorKind.PERMISSION;
      case 404 -> ErrorKind.NOT_FOUND;
      case 408 -> ErrorKind.UNAVAILABLE;
      case 409 -> ErrorKind.CONFLICT;
      case 429 -> ErrorKind.RATE_LIMITED;
      default -> status >= 500 ? ErrorKind.UNAVAILABLE : ErrorKind.INVALID;
    };
  }

  /**
   * Returns whether a call may have been executed, as far as the kind of its failure shows: a
   * server that responds with 408 or 5xx may be in front of one that has executed the call.
   */
  public static boolean mayHaveExecuted(@Nullable ErrorKind kind) {
    return kind == ErrorKind.UNAVAILABLE || kind == ErrorKind.MALFORMED || kind == ErrorKind.IO;
  }

  /** Returns a copy with another decision whether the same request may succeed later. */
  public Failure withRetryable(boolean retryable) {
    ApiError decided =
        new ApiError(
            error.type(),
            error.code(),
            error.message(),
            error.requestId(),
            error.line(),
            retryable);
    return new Failure(kind, mayHaveExecuted, httpStatus, decided, retryAfter);
  }

  /**
   * Returns a copy with what the headers say about another attempt.
   *
   * @param otherwise how long the body wants the caller to wait, or null
   */
  public Failure withHints(Headers headers, @Nullable Duration otherwise) {
    String verdict = headers.get("x-should-retry");
    Duration pause = RetryHints.pause(headers);
    return new Failure(kind, mayHaveExecuted, httpStatus, error, pause == null ? otherwise : pause)
        .withRetryable(verdict == null ? error.retryable() : verdict.equalsIgnoreCase("true"));
  }

  Failure cleaned(Redactor redactor) {
    return new Failure(kind, mayHaveExecuted, httpStatus, redactor.clean(error), retryAfter);
  }

  /** Returns the exception for a call that failed in this way. */
  public ProviderException toException(String provider, ApiCall what) {
    String call = what.toString();
    if (kind == ErrorKind.NOT_FOUND && what.onBatch()) {
      return new BatchNotFoundException(provider, call, kind, httpStatus, error, retryAfter);
    }
    boolean invalid = kind == ErrorKind.INVALID && ABOUT_THE_REQUEST.contains(httpStatus);
    if (invalid || kind == ErrorKind.CONFLICT) {
      return new InvalidRequestException(provider, call, kind, httpStatus, error, retryAfter);
    }
    return switch (kind) {
      case AUTHENTICATION, PERMISSION ->
          new AuthenticationException(provider, call, kind, httpStatus, error, retryAfter);
      case RATE_LIMITED ->
          new RateLimitedException(provider, call, kind, httpStatus, error, retryAfter);
      case UNAVAILABLE ->
          new ProviderUnavailableException(provider, call, kind, httpStatus, error, retryAfter);
      default -> new ProviderException(provider, call, kind, httpStatus, error, retryAfter);
    };
  }
}
