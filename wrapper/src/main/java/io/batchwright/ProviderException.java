package io.batchwright;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The provider responded with an error; the kinds that a caller can act on have classes of their
 * own.
 */
public sealed class ProviderException extends BatchException
    permits AuthenticationException,
        BatchNotFoundException,
        InvalidRequestException,
        ProviderUnavailableException,
        RateLimitedException {
  private static final long serialVersionUID = 1L;

  private final String provider;
  private final String call;
  private final int httpStatus;
  private final transient ApiError error;
  private final @Nullable Duration retryAfter;

  /**
   * Creates the exception.
   *
   * @param provider the provider's short name
   * @param call the call that failed, such as {@code retrieve batch}
   * @param kind what the error means
   * @param httpStatus the HTTP status
   * @param error the provider's error; it is quoted in the message, so it must not hold a key
   * @param retryAfter how long the provider wants the caller to wait, or null
   */
  public ProviderException(
      String provider,
      String call,
      ErrorKind kind,
      int httpStatus,
      ApiError error,
      @Nullable Duration retryAfter) {
    this(provider, call, kind, httpStatus, error, retryAfter, advice(httpStatus));
  }

  ProviderException(
      String provider,
      String call,
      ErrorKind kind,
      int httpStatus,
      ApiError error,
      @Nullable Duration retryAfter,
      String advice) {
    super(
        summary(provider, call, httpStatus, error),
        advice,
        Objects.requireNonNull(kind, "kind"),
        null);
    this.provider = provider;
    this.call = call;
    this.httpStatus = httpStatus;
    this.error = error;
    this.retryAfter = retryAfter;
  }

  private static String summary(String provider, String call, int httpStatus, ApiError error) {
    StringBuilder text = new StringBuilder();
    text.append(provider).append(" answered ").append(httpStatus).append(" to ").append(call);
    if (error.type() != null) {
      text.append(" (").append(error.type()).append(')');
    }
    if (!error.message().isEmpty()) {
      text.append(": ").append(error.message().replaceFirst("\\.\\z", ""));
    }
    if (error.requestId() != null) {
      text.append(" [request ").append(error.requestId()).append(']');
    }
    return text.toString();
  }

  private static String advice(int status) {
    if (status >= 300 && status < 400) {
      return "Redirects are not followed; set the base URL to where the API is";
    }
    return switch (status) {
      case 402 -> "Check the account's billing";
      case 404 -> "Check the base URL: it must end where the provider's own does";
      default -> "";
    };
  }

  /** Names the provider. */
  public String provider() {
    return provider;
  }

  /** Names the call that failed. */
  public String call() {
    return call;
  }

  /**
   * Returns the HTTP status; if the provider reports errors in 2xx bodies, the equivalent status.
   */
  public int httpStatus() {
    return httpStatus;
  }

  /** Returns the provider's error: type, code, message and request id. */
  public ApiError error() {
    return error;
  }

  /** Returns how long the provider wants the caller to wait before the next attempt, or null. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  @Override
  public boolean retryable() {
    return error.retryable();
  }
}
