package io.batchwright;

import java.util.List;

/**
 * The batch has ended and there are no results to read: it failed as a whole, or they are no longer
 * kept.
 */
public final class NoResultsException extends BatchException {
  private static final long serialVersionUID = 1L;

  private final transient BatchStatus status;

  /** Makes the exception for a batch that names no results; the status says why, if anything. */
  public NoResultsException(BatchStatus status) {
    this(
        status,
        status.state() == BatchState.FAILED ? whyFailed(status.errors()) : done(status.counts()));
  }

  /**
   * Makes the exception.
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
      return "it failed as a whole, and the provider does not say why; validate() shows what is"
          + " wrong with an input that can be known from outside";
    }
    String more = errors.size() == 1 ? "" : ", and " + (errors.size() - 1) + " more errors";
    return "it failed as a whole: " + errors.get(0).text() + more;
  }

  /** Gives the status of the batch. */
  public BatchStatus status() {
    return status;
  }
}
