package io.batchwright;

/** The batch still runs, so it has no results yet and cannot be deleted. */
public final class NotEndedException extends BatchException {
  private static final long serialVersionUID = 1L;

  private final transient BatchStatus status;

  /** Makes the exception for the status that shows it. */
  public NotEndedException(BatchStatus status) {
    super(
        status.ref() + " has not ended, it is " + status.state(),
        "Await it, or cancel it and await the end",
        null,
        null);
    this.status = status;
  }

  /** Gives the status that shows it. */
  public BatchStatus status() {
    return status;
  }

  @Override
  public boolean retryable() {
    return true;
  }
}
