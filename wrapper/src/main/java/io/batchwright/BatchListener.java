package io.batchwright;

import java.time.Duration;

/**
 * Hears what a client does; every method does nothing unless it is overridden.
 *
 * <p>Called on the client's callback executor, perhaps by several threads at once; a slow or
 * throwing listener disturbs nothing. Events never hold keys, prompts or answers.
 */
public interface BatchListener {
  /** A listener that hears nothing. */
  BatchListener NONE = new BatchListener() {};

  /** A batch was made. */
  default void submitted(BatchStatus status) {}

  /** A wait got an answer. */
  default void polled(BatchStatus status) {}

  /**
   * A wait got no good answer, and will ask again.
   *
   * @param ref the batch
   * @param error what went wrong
   * @param failures how often in a row
   * @param outage how long ago the first of these failures was
   */
  default void pollFailed(BatchRef ref, BatchException error, int failures, Duration outage) {}

  /**
   * A results stream broke off and is being taken up again behind the last line that was delivered.
   *
   * @param ref the batch
   * @param line how many lines were delivered
   * @param error what went wrong
   */
  default void resultsResumed(BatchRef ref, long line, BatchException error) {}
}
