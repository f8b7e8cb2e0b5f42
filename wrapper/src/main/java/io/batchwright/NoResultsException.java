package io.batchwright;

import java.util.List;

/**
 * Thrown when a batch has ended and has no results to read: it failed as a whole, or they are no
 * longer kept.
 */
public final class NoResultsException extends BatchException {
  private static final long serialVersionUID = 1L;

  private final transient BatchStatus status;

  /** Creates the exception for a batch that names no results, with the reason in its status. */
  public NoResultsException(BatchStatus status) {
    this(
        status,
        status.state() == BatchState.FAILED ? whyFailed(status.errors()) : done(status.counts()));
  }

  /**
   * Creates the exception.
   *
   * @param status the batch
   * @param reason why there are none
   */
  public NoResultsException(BatchStatus status, String reason) {
    super(
        status.ref() + " is " + status.state() + " and has no results: " + reason, "", null, null);
    this.status = status;
  }

  private static String done(RequestCounts counts) {
    long done = counts.succeeded() + counts.errored();
    return "the provider names none of them, and counts " + done + " requests as done";
  }

  private static String whyFailed(List<ApiError> errors) {
    if (errors.isEmpty()) {
      return "it failed as a whole, and the provider gives no reason; validate() reports what"
          + " can be known of the input";
    }
    String more = errors.size() == 1 ? "" : ", and " + (errors.size() - 1) + " more errors";
    return "it failed as a whole: " + errors.get(0).text() + more;
  }

  /** Returns the status of the batch. */
  public BatchStatus status() {
    return status;
  }
}
