package io.batchwright.spi;

import io.batchwright.BatchException;
import io.batchwright.BatchRef;
import io.batchwright.BatchStatus;
import io.batchwright.Deleted;
import io.batchwright.ListOptions;
import io.batchwright.ProviderLimits;
import io.batchwright.SubmitAttempt;
import io.batchwright.SubmitException;
import io.batchwright.SubmitOptions;
import org.jspecify.annotations.Nullable;

/**
 * One provider's batch API, as plain questions and answers.
 *
 * <p>Must be thread-safe. Every method may throw {@link BatchException} kinds, and blocks until the
 * answer is there; none waits, retries or keeps state about a batch.
 */
public interface BatchProvider extends AutoCloseable {
  /** Gives the short name that refs begin with, such as {@code anthropic}. */
  String name();

  /** Makes the ref of a batch at this adapter's origin. */
  BatchRef ref(String id);

  /** Gives what one batch may hold. */
  ProviderLimits limits();

  /** Says what request lines look like, in the input and as they are sent. */
  RequestFormat requestFormat();

  /**
   * Refuses options that the provider lacks.
   *
   * @throws IllegalArgumentException naming the option and what to do
   */
  void check(SubmitOptions options);

  /**
   * Makes a batch, sending exactly one create.
   *
   * @throws SubmitException in every case where no batch is known to have been made
   */
  BatchStatus create(RequestSource requests, SubmitOptions options, SubmitAttempt attempt);

  /** Reads a batch, in one call that neither decodes nor buffers results. */
  BatchStatus status(BatchRef ref);

  /**
   * Lists one page.
   *
   * @param options bounds given by the caller; the limit is how many are still wanted
   * @param cursor what the page before gave as its next, or null for the first page
   */
  BatchPage list(ListOptions options, @Nullable String cursor);

  /** Says how well a listed batch fits a failed try to submit; time is compared by the caller. */
  SubmitMatch match(SubmitAttempt attempt, BatchStatus status);

  /** Asks to stop a batch. */
  void cancel(BatchRef ref);

  /** Removes a batch, or what of it can be removed. */
  Deleted delete(BatchRef ref);

  /** Says where the results are and how to read them; opens nothing yet. */
  ResultSource results(BatchRef ref);

  /** Frees what the adapter holds; a client given by the user stays open. */
  @Override
  void close();
}
