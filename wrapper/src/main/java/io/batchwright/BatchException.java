package io.batchwright;

import org.jspecify.annotations.Nullable;

/**
 * Anything that goes wrong between this library, its input and a provider.
 *
 * <p>Messages name the provider, the call, the request id and what to do. They hold no key, no
 * prompt and no body. Not meant for Java serialization: what an exception carries is not written.
 */
public abstract sealed class BatchException extends RuntimeException
    permits ProviderException,
        TransportException,
        MalformedResponseException,
        SubmitException,
        NotEndedException,
        NoResultsException,
        AwaitTimeoutException,
        HandedBackException,
        InvalidInputException {
  private static final long serialVersionUID = 1L;

  private final String fact;

  /**
   * Makes the exception.
   *
   * @param fact what happened
   * @param advice what to do about it, "" for nothing
   */
  BatchException(String fact, String advice, @Nullable Throwable cause) {
    super(advice.isEmpty() ? fact : fact + ". " + advice, cause);
    this.fact = fact;
  }

  /** Says what happened, without the advice that the message ends with. */
  public final String fact() {
    return fact;
  }

  /** Says whether the same call may succeed later, unchanged. */
  public abstract boolean retryable();
}
