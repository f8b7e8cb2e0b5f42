package io.batchwright.internal.client;

import com.google.errorprone.annotations.MustBeClosed;
import io.batchwright.BatchException;
import io.batchwright.BatchNotFoundException;
import io.batchwright.BatchRef;
import io.batchwright.BatchResults;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.ErrorKind;
import io.batchwright.InvalidRequestException;
import io.batchwright.NoResultsException;
import io.batchwright.NotEndedException;
import io.batchwright.RequestCounts;
import io.batchwright.ResultsOptions;
import io.batchwright.TransportException;
import io.batchwright.internal.results.ResultStream;
import io.batchwright.internal.wait.Clock;
import io.batchwright.internal.wait.Events;
import io.batchwright.internal.wait.Poller;
import io.batchwright.internal.wait.Retry;
import java.io.InterruptedIOException;

/**
 * What all handles on one batch share: the batch, and the ways to reach it. It owns nothing and is
 * never consumed.
 *
 * @param provider the adapter
 * @param poller polls the batches that are waited for
 * @param events the user's listener and callbacks
 * @param clock time
 * @param ref the batch
 */
record BatchAccess(
    ProviderAdapter provider, Poller poller, Events events, Clock clock, BatchRef ref) {
  BatchStatus status() {
    return provider.status(ref);
  }

  /** Opens the results, with the patience of a poll: they may be there a moment after the end. */
  @MustBeClosed
  BatchResults results(ResultsOptions options) {
    Retry retry = Retry.ofOpening(clock);
    boolean anyWillDo = false;
    while (true) {
      try {
        return ResultStream.open(ref, provider.results(ref), options, anyWillDo, clock, events);
      } catch (NotEndedException e) {
        throw e;
      } catch (BatchException e) {
        BatchException error = whyNotOpened(e);
        if (retry.allows(error)) {
          pause(retry, error);
        } else if (e instanceof BatchNotFoundException && !anyWillDo) {
          anyWillDo = true;
        } else {
          throw error;
        }
      }
    }
  }

  /**
   * "Not found" may mean the batch, its results, or that it is too early: only the status shows
   * which.
   *
   * @throws BatchException if it is of no use to try again
   */
  private BatchException whyNotOpened(BatchException error) {
    if (error instanceof NoResultsException none && !shouldHaveResults(none.status())) {
      throw none;
    }
    if (!(error instanceof BatchNotFoundException missing)) {
      return error;
    }
    BatchStatus status = status();
    if (!status.state().terminal()) {
      throw new NotEndedException(status);
    }
    return new NoResultsException(
        status, "the provider has none, or no longer keeps them: " + missing.error().message());
  }

  /** The files of a batch that ended may be named a moment later than its end. */
  private static boolean shouldHaveResults(BatchStatus status) {
    RequestCounts counts = status.counts();
    return status.state() == BatchState.SUCCEEDED || counts.succeeded() + counts.errored() > 0;
  }

  private void pause(Retry retry, BatchException error) {
    try {
      retry.pause(error);
      poller.requireOpen();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransportException(provider.name(), "open results", new InterruptedIOException());
    }
  }

  /** Returns whether the provider found the call itself at odds with the state of the batch. */
  static boolean conflicts(BatchException error) {
    return error instanceof InvalidRequestException;
  }

  /**
   * Returns whether only the status can show what came of a failed cancel: providers word it as
   * they like that a batch is cancelling or has ended already.
   */
  static boolean outcomeUnknown(BatchException error) {
    ErrorKind kind = error.kind();
    return conflicts(error)
        || kind == ErrorKind.NOT_FOUND
        || kind == ErrorKind.UNAVAILABLE
        || kind == ErrorKind.MALFORMED;
  }
}
