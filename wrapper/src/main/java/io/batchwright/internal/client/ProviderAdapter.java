package io.batchwright.internal.client;

import io.batchwright.BatchException;
import io.batchwright.BatchRef;
import io.batchwright.BatchStatus;
import io.batchwright.Capability;
import io.batchwright.Deleted;
import io.batchwright.NoResultsException;
import io.batchwright.NotEndedException;
import io.batchwright.ProviderLimits;
import io.batchwright.SubmitAttempt;
import io.batchwright.SubmitException;
import io.batchwright.SubmitOptions;
import io.batchwright.UnsupportedCapabilityException;
import io.batchwright.internal.requests.CheckedRequests;
import io.batchwright.internal.requests.RequestFormat;
import io.batchwright.internal.results.ResultSource;
import io.batchwright.internal.wait.Clock;
import io.batchwright.internal.wait.StatusSource;
import java.util.Set;

/**
 * One provider's batch API: a method for each call, and what the provider can do.
 *
 * <p>Must be thread-safe. Every method may throw {@link BatchException} kinds, and blocks until the
 * response is there; none waits, retries or keeps state about a batch, but for the parts of an
 * upload.
 */
public interface ProviderAdapter extends StatusSource, AutoCloseable {
  /** Returns the short name that refs begin with, such as {@code anthropic}. */
  String name();

  /** Returns the ref of a batch at this adapter's origin. */
  BatchRef ref(String id);

  /** Returns what the provider can do; the client refuses everything else. */
  Set<Capability> capabilities();

  /** Returns what one batch with these options may hold. */
  ProviderLimits limits(SubmitOptions options);

  /** Returns the form of requests in the input of a batch, and as they are sent. */
  RequestFormat requestFormat(SubmitOptions options);

  /** Returns whether a file whose lines name this endpoint may be submitted to it. */
  default boolean hasEndpoint(String url) {
    return false;
  }

  /**
   * Refuses values of options that the provider does not accept.
   *
   * @throws IllegalArgumentException naming the option and what to do
   */
  default void check(SubmitOptions options) {}

  /**
   * Creates a batch, sending exactly one create.
   *
   * @param clock the time; attempts to resume an upload sleep on it
   * @throws SubmitException in every case where no batch is known to exist
   */
  BatchStatus create(
      CheckedRequests requests, SubmitOptions options, SubmitAttempt attempt, Clock clock);

  /**
   * Creates a batch from a file that the provider has already, sending exactly one create.
   *
   * @param clock the time
   * @throws SubmitException in every case where no batch is known to exist
   */
  default BatchStatus create(
      String fileId, SubmitOptions options, SubmitAttempt attempt, Clock clock) {
    throw new UnsupportedCapabilityException(name(), Capability.UPLOADED_INPUT);
  }

  /** Whether lists are known to begin with the newest batch. */
  default boolean listsNewestFirst() {
    return true;
  }

  /** Returns how well a listed batch fits a failed submit; the caller compares the times. */
  SubmitMatch match(SubmitAttempt attempt, BatchStatus status);

  /** Requests that a batch is cancelled. */
  void cancel(BatchRef ref);

  /**
   * Returns whether a delete removes the batch itself, so that a batch that is not found after a
   * failed delete was deleted.
   */
  default boolean deletesRecords() {
    return true;
  }

  /**
   * Removes a batch, or what of it can be removed; what is gone already counts as removed.
   *
   * @throws NotEndedException if the batch still runs and the provider itself would not refuse
   */
  Deleted delete(BatchRef ref);

  /**
   * Returns where the results are and how to read them, without opening any.
   *
   * @throws NotEndedException if the batch is known to run still
   * @throws NoResultsException if the batch is known to have none; if its counts say otherwise, the
   *     caller tries again
   */
  ResultSource results(BatchRef ref);

  /** Frees what the adapter holds; a client given by the user stays open. */
  @Override
  void close();
}
