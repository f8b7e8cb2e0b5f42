package io.batchwright;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by {@link Outcome#orElseThrow} when a cancel or delete failed; {@link #handle()} is alive,
 * and {@link #getCause()} is the reason.
 */
public final class HandedBackException extends BatchException {
  private static final long serialVersionUID = 1L;

  private final transient Batch handle;
  private final boolean retryable;

  /**
   * Creates the exception.
   *
   * @param handle a live handle on the batch
   * @param cause the reason
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

  /** Returns the live handle. */
  public Batch handle() {
    return handle;
  }

  /** Returns the live handle if the batch can still be cancelled through it, or null. */
  public @Nullable BatchHandle batchHandle() {
    return handle instanceof BatchHandle cancellable ? cancellable : null;
  }

  @Override
  public boolean retryable() {
    return retryable;
  }
}
