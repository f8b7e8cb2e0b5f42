package io.batchwright;

/**
 * A cancel or delete failed; {@link #handle()} is alive, and {@link #getCause()} says what went
 * wrong.
 */
public final class HandedBackException extends BatchException {
  private static final long serialVersionUID = 1L;

  private final transient Batch handle;
  private final boolean retryable;

  /**
   * Makes the exception.
   *
   * @param handle a live handle on the batch
   * @param cause what went wrong
   */
  public HandedBackException(Batch handle, BatchException cause) {
    super(
        cause.fact(),
        "handle() on " + handle.ref() + " is alive: retry, keep or drop it",
        cause.kind(),
        cause);
    this.handle = handle;
    this.retryable = cause.retryable();
  }

  /** Gives the live handle. */
  public Batch handle() {
    return handle;
  }

  @Override
  public boolean retryable() {
    return retryable;
  }
}
