package io.batchwright;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The deadline of a wait passed before the batch ended. The batch runs on: await it again, later or
 * elsewhere.
 */
public final class AwaitTimeoutException extends BatchException {
  private static final long serialVersionUID = 1L;

  private final transient BatchRef ref;
  private final transient @Nullable BatchStatus lastStatus;

  /**
   * Makes the exception.
   *
   * @param ref the batch
   * @param deadline how long the wait was
   * @param lastStatus the last good answer, or null if there was none
   * @param lastError what the last question failed with, or null if it did not fail
   */
  public AwaitTimeoutException(
      BatchRef ref,
      Duration deadline,
      @Nullable BatchStatus lastStatus,
      @Nullable BatchException lastError) {
    super(
        ref + " did not end within " + deadline + seen(lastStatus) + failed(lastError),
        lastStatus == null
            ? "Whether it runs is not known: open the ref to ask again"
            : "The batch runs on: open the ref to wait again",
        lastError == null ? null : lastError.kind(),
        lastError);
    this.ref = ref;
    this.lastStatus = lastStatus;
  }

  private static String seen(@Nullable BatchStatus status) {
    return status == null ? "; there was no good answer" : "; it was last seen " + status.state();
  }

  private static String failed(@Nullable BatchException error) {
    return error == null ? "" : "; the last question failed: " + error.fact();
  }

  /** Names the batch. */
  public BatchRef ref() {
    return ref;
  }

  /** Gives the last answer, or null if there was none. */
  public @Nullable BatchStatus lastStatus() {
    return lastStatus;
  }

  @Override
  public boolean retryable() {
    return true;
  }
}
