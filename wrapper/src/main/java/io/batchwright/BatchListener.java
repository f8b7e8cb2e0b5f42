package io.batchwright;

import java.time.Duration;

/**
 * Receives what happens in a client; every method does nothing unless it is overridden.
 *
 * <p>Methods are called one at a time, in the order of the events, on a thread of the client's own.
 * A listener that is slow or throws delays no batch and no future. Of the events that wait for it,
 * {@link #uploading} and {@link #polled} are replaced by later ones of the same attempt or batch;
 * each other event arrives once. {@link BatchClient#close} waits for the listener for at most 5
 * seconds. Events hold no keys, prompts or results.
 *
 * <pre>{@code
 * BatchListener progress =
 *     new BatchListener() {
 *       @Override
 *       public void polled(BatchStatus status) {
 *         System.out.println(status.counts().succeeded() + " of " + status.counts().total());
 *       }
 *     };
 * BatchClient client = OpenAi.builder().fromEnv().listener(progress).build();
 * }</pre>
 */
public interface BatchListener {
  /** A listener that ignores every event. */
  BatchListener NONE = new BatchListener() {};

  /** An input was validated and is about to be sent; the report has warnings at most. */
  default void validated(InputReport report) {}

  /**
   * A part of an input was sent.
   *
   * @param attempt the submit
   * @param sent how many bytes of the requests were sent
   * @param total how many bytes there are
   */
  default void uploading(SubmitAttempt attempt, long sent, long total) {}

  /** A batch was created. */
  default void submitted(BatchStatus status) {}

  /** A poll succeeded. */
  default void polled(BatchStatus status) {}

  /**
   * A poll failed, and another will follow.
   *
   * @param ref the batch
   * @param error why
   * @param failures how many polls in a row have failed
   * @param outage the time since the first of these failures
   */
  default void pollFailed(BatchRef ref, BatchException error, int failures, Duration outage) {}

  /** A wait has found that its batch has ended. */
  default void ended(BatchStatus status) {}

  /** The results of a batch were opened. */
  default void resultsOpened(BatchRef ref) {}

  /**
   * A results stream broke off and is resumed after the last line that was delivered.
   *
   * @param ref the batch
   * @param line how many lines were delivered
   * @param error why it broke off
   */
  default void resultsResumed(BatchRef ref, long line, BatchException error) {}

  /**
   * The results of a batch were read to the end. A client with a listener counts the summary during
   * the reading, which decodes a part of each response.
   */
  default void resultsRead(BatchRef ref, ResultsSummary summary) {}

  /** The cancel of a batch was accepted. */
  default void cancelled(BatchRef ref) {}

  /** A batch, or what the provider can remove of it, was deleted. */
  default void deleted(Deleted deleted) {}
}
