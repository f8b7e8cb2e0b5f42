package io.batchwright;

/**
 * Where a batch is in its life, in one set of words for every provider.
 *
 * <p>{@link #SUCCEEDED} means that the batch ran to its end, not that every request succeeded: the
 * outcome of each request is in the results. The provider's own word is {@link
 * BatchStatus#rawState()}.
 */
public enum BatchState {
  /** The provider checks the input. */
  VALIDATING(false),
  /** Accepted, and waiting for its turn. */
  QUEUED(false),
  /** Requests are being run. */
  RUNNING(false),
  /** All requests have run; the results are being put together. */
  FINALIZING(false),
  /** A cancel was accepted and settles; requests that already ran keep their results. */
  CANCELLING(false),
  /** The batch ran to its end. */
  SUCCEEDED(true),
  /** The batch as a whole failed; {@link BatchStatus#errors()} has the reason. */
  FAILED(true),
  /** The batch ended by a cancel; it may have partial results. */
  CANCELLED(true),
  /** The batch ran out of time; it may have partial results. */
  EXPIRED(true),
  /**
   * The provider named a state that this version does not know, without proof that the batch has
   * ended.
   */
  UNKNOWN(false);

  private final boolean terminal;

  BatchState(boolean terminal) {
    this.terminal = terminal;
  }

  /** Returns whether a batch in this state has ended for good. */
  public boolean terminal() {
    return terminal;
  }
}
