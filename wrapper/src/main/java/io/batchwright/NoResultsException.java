package io.batchwright;

/**
 * The batch has ended and there are no results to read: it failed as a whole, or they are no longer
 * kept.
 */
public final class NoResultsException extends BatchException {
  private static final long serialVersionUID = 1L;

  private final transient BatchStatus status;

  /**
   * Makes the exception.
   *
   * @param status the batch
   * @param reason why there are none
   */
  public NoResultsException(BatchStatus status, String reason) {
    super(status.ref() + " is " + status.state() + " and has no results: " + reason, "", null);
    this.status = status;
  }

  /** Gives the status of the batch. */
  public BatchStatus status() {
    return status;
  }

  @Override
  public boolean retryable() {
    return false;
  }
}
