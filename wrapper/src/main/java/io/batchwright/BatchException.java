package io.batchwright;

import org.jspecify.annotations.Nullable;

/**
 * The parent of all exceptions about batches: their input, and the exchange with a provider.
 *
 * <p>Messages name the provider, the call, the request id and what to do. They hold no key, no
 * prompt and no body. Java serialization keeps the message only.
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
  private final @Nullable ErrorKind kind;

  /**
   * Creates the exception.
   *
   * @param fact what happened
   * @param advice what to do about it, "" for nothing
   * @param kind what the failed exchange means, or null if none failed
   */
  BatchException(String fact, String advice, @Nullable ErrorKind kind, @Nullable Throwable cause) {
    super(advice.isEmpty() ? fact : fact + ". " + advice, cause);
    this.fact = fact;
    this.kind = kind;
  }

  /** Returns what happened, without the advice that the message ends with. */
  public final String fact() {
    return fact;
  }

  /**
   * Returns what the failed exchange with the provider means, or null if no exchange failed, such
   * as for invalid input or a batch that has not ended.
   */
  public final @Nullable ErrorKind kind() {
    return kind;
  }

  /** Returns whether the same call may succeed later, unchanged. */
  public boolean retryable() {
    return kind != null && kind.retryable();
  }
}
