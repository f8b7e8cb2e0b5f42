package io.batchwright;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the deadline of a wait passes before the batch has ended. The batch runs on: await it
 * again, now or from another process.
 */
public final class AwaitTimeoutException extends BatchException {
  private static final long serialVersionUID = 1L;

  private final transient BatchRef ref;
  private final transient @Nullable BatchStatus lastStatus;

  /**
   * Creates the exception.
   *
   * @param ref the batch
   * @param deadline how long the wait was
   * @param lastStatus the last status, or null if no poll succeeded
   * @param lastError why the last poll failed, or null if it succeeded
   */
  public AwaitTimeoutException(
      BatchRef ref,
      Duration deadline,
      @Nullable BatchStatus lastStatus,
      @Nullable BatchException lastError) {
    super(
        ref + " did not end within " + deadline + seen(lastStatus) + failed(lastError),
        lastStatus == null
            ? "Whether it still runs is not known: open the ref to poll again"
            : "The batch runs on: open the ref to wait again",
        lastError == null ? null : lastError.kind(),
        lastError);
    this.ref = ref;
    this.lastStatus = lastStatus;
  }

  private static String seen(@Nullable BatchStatus status) {
    return status == null ? "; no poll succeeded" : "; its last status was " + status.state();
  }

  private static String failed(@Nullable BatchException error) {
    return error == null ? "" : "; the last poll failed: " + error.fact();
  }

  /** Returns the ref of the batch. */
  public BatchRef ref() {
    return ref;
  }

  /** Returns the last status, or null if no poll succeeded. */
  public @Nullable BatchStatus lastStatus() {
    return lastStatus;
  }

  @Override
  public boolean retryable() {
    return true;
  }
}
