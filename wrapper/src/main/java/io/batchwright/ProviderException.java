package io.batchwright;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the provider responds with an error; the kinds that a caller can act on have classes
 * of their own.
 */
public sealed class ProviderException extends BatchException
    permits AuthenticationException,
        BatchNotFoundException,
        InvalidRequestException,
        ProviderUnavailableException,
        RateLimitedException {
  private static final long serialVersionUID = 1L;

  /** Other statuses, such as a redirect, do not blame the request's content. */
  private static final Set<Integer> ABOUT_THE_REQUEST = Set.of(400, 405, 413, 415, 422);

  private final transient Response response;

  /**
   * A response with an error.
   *
   * @param provider the provider's short name
   * @param call the call that failed
   * @param error the provider's error
   * @param retryAfter how long the provider wants the caller to wait, or null
   */
  record Response(String provider, String call, ApiError error, @Nullable Duration retryAfter) {
    private String summary() {
      StringBuilder text = new StringBuilder(provider);
      String status = error.httpStatus() == null ? "with an error" : error.httpStatus().toString();
      text.append(" responded ").append(status).append(" to ").append(call);
      if (error.type() != null) {
        text.append(" (").append(error.type()).append(')');
      }
      String reason = error.reason() == null ? error.code() : error.reason();
      if (reason != null) {
        text.append(": ").append(reason.replaceFirst("\\.\\z", ""));
      }
      if (error.requestId() != null) {
        text.append(" [request ").append(error.requestId()).append(']');
      }
      return text.toString();
    }

    private String advice() {
      int status = error.httpStatus() == null ? 0 : error.httpStatus();
      if (status >= 300 && status < 400) {
        return "Redirects are not followed; set the base URL to where the API is";
      }
      return switch (error.kind()) {
        case QUOTA -> "Check the account's billing and limits";
        case NOT_FOUND -> "Check the base URL: it must end where the provider's own does";
        default -> "";
      };
    }

    private boolean isAboutTheRequest() {
      Integer status = error.httpStatus();
      return status == null || status < 300 || ABOUT_THE_REQUEST.contains(status);
    }
  }

  private ProviderException(Response response) {
    this(response, response.advice());
  }

  ProviderException(Response response, String advice) {
    super(response.summary(), advice, response.error().kind(), null);
    this.response = response;
  }

  /**
   * Returns the exception for an error, of the class that its kind has.
   *
   * @param provider the provider's short name
   * @param call the call that failed, such as {@code retrieve batch}
   * @param onBatch whether "not found" means the batch, rather than a file or the API itself
   * @param error the provider's error; it is quoted in the message, so it must not hold a key
   * @param retryAfter how long the provider wants the caller to wait, or null
   */
  public static ProviderException of(
      String provider,
      String call,
      boolean onBatch,
      ApiError error,
      @Nullable Duration retryAfter) {
    Response response = new Response(provider, call, error, retryAfter);
    return switch (error.kind()) {
      case AUTHENTICATION, PERMISSION -> new AuthenticationException(response);
      case RATE_LIMITED -> new RateLimitedException(response);
      case UNAVAILABLE -> new ProviderUnavailableException(response);
      case CONFLICT, FILTERED -> new InvalidRequestException(response);
      case INVALID ->
          response.isAboutTheRequest()
              ? new InvalidRequestException(response)
              : new ProviderException(response);
      case NOT_FOUND ->
          onBatch ? new BatchNotFoundException(response) : new ProviderException(response);
      case QUOTA, MALFORMED, IO -> new ProviderException(response);
    };
  }

  /** Returns the provider's short name. */
  public final String provider() {
    return response.provider();
  }

  /** Returns the call that failed, such as {@code retrieve batch}. */
  public final String call() {
    return response.call();
  }

  /** Returns the provider's error: what it means, its words, HTTP status and request id. */
  public final ApiError error() {
    return response.error();
  }

  /** Returns the HTTP status of the response. */
  public final @Nullable Integer httpStatus() {
    return error().httpStatus();
  }

  /** Returns how long the provider wants the caller to wait before the next attempt, or null. */
  public final @Nullable Duration retryAfter() {
    return response.retryAfter();
  }

  @Override
  public final boolean retryable() {
    return error().retryable();
  }
}
