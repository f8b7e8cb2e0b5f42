package io.batchwright;

/** Thrown when a batch still runs, so that it has no results yet and cannot be deleted. */
public final class NotEndedException extends BatchException {
  private static final long serialVersionUID = 1L;

  private final transient BatchStatus status;

  /** Creates the exception for the status that shows it. */
  public NotEndedException(BatchStatus status) {
    super(
        status.ref() + " has not ended, it is " + status.state(),
        "Await it, or cancel it and await the end",
        null,
        null);
    this.status = status;
  }

  /** Returns the status that shows it. */
  public BatchStatus status() {
    return status;
  }

  @Override
  public boolean retryable() {
    return true;
  }
}
