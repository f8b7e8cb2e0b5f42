package io.batchwright;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The provider answered, and refused; the kinds that a caller can act on have classes of their own.
 */
public sealed class ProviderException extends BatchException
    permits AuthenticationException,
        BatchNotFoundException,
        InvalidRequestException,
        ProviderUnavailableException,
        RateLimitedException {
  private static final long serialVersionUID = 1L;

  private final transient ProviderRefusal refusal;

  /** Makes the exception for what the provider said. */
  public ProviderException(ProviderRefusal refusal) {
    this(refusal, advice(refusal.httpStatus()));
  }

  ProviderException(ProviderRefusal refusal, String advice) {
    super(refusal.text(), advice, null);
    this.refusal = refusal;
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
    return refusal.provider();
  }

  /** Names the call that was refused. */
  public String call() {
    return refusal.call();
  }

  /**
   * Gives the HTTP status; where a provider tells of errors in good answers, the status that was
   * meant.
   */
  public int httpStatus() {
    return refusal.httpStatus();
  }

  /** Gives what the provider said: type, code, message and request id. */
  public ApiError error() {
    return refusal.error();
  }

  /** Gives how long the provider asks to wait before the next try, or null. */
  public @Nullable Duration retryAfter() {
    return refusal.retryAfter();
  }

  @Override
  public boolean retryable() {
    return refusal.error().retryable();
  }
}
