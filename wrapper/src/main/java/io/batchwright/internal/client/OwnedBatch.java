package io.batchwright.internal.client;

import io.batchwright.AwaitOptions;
import io.batchwright.Batch;
import io.batchwright.BatchException;
import io.batchwright.BatchNotFoundException;
import io.batchwright.BatchRef;
import io.batchwright.BatchResults;
import io.batchwright.BatchStatus;
import io.batchwright.Deleted;
import io.batchwright.HandleConsumedException;
import io.batchwright.NotEndedException;
import io.batchwright.Outcome;
import io.batchwright.ResultsOptions;
import io.batchwright.SubmitOptions;
import io.batchwright.internal.http.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A handle that the first cancel or delete consumes.
 *
 * @param <H> the handle's own kind, a fresh one of which a failed call hands back
 */
abstract class OwnedBatch<H extends Batch> implements Batch {
  final BatchAccess access;
  private final boolean deleteTried;
  private final AtomicReference<@Nullable String> consumedBy = new AtomicReference<>();
  private final Set<CompletableFuture<BatchStatus>> waits = ConcurrentHashMap.newKeySet();

  /**
   * Creates a handle.
   *
   * @param deleteTried whether a delete was tried that may have worked, so that "not found" now
   *     means success
   */
  OwnedBatch(BatchAccess access, boolean deleteTried) {
    this.access = access;
    this.deleteTried = deleteTried;
  }

  /** Returns a fresh handle of the same kind. */
  abstract H fresh(boolean deleteTried);

  final H freshAsBefore() {
    return fresh(deleteTried);
  }

  /** Consumes the handle, for exactly one caller. */
  final void consume(String call) {
    if (!consumedBy.compareAndSet(null, call)) {
      throw consumed();
    }
    waits.forEach(wait -> wait.completeExceptionally(consumed()));
  }

  private void mustLive() {
    if (consumedBy.get() != null) {
      throw consumed();
    }
  }

  private HandleConsumedException consumed() {
    return new HandleConsumedException(access.ref(), String.valueOf(consumedBy.get()));
  }

  @Override
  public final BatchRef ref() {
    return access.ref();
  }

  @Override
  public final BatchStatus status() {
    mustLive();
    return seen(access.status());
  }

  /** Returns a status as it is to be seen through this handle. */
  BatchStatus seen(BatchStatus status) {
    return status;
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // the caller closes, as the interface says
  public final BatchResults results(ResultsOptions options) {
    mustLive();
    return access.results(options);
  }

  @Override
  public final BatchStatus await() throws InterruptedException {
    Duration window = access.provider().limits(SubmitOptions.none()).longestWindow();
    return await(window.multipliedBy(2));
  }

  @Override
  public final BatchStatus await(AwaitOptions options) throws InterruptedException {
    CompletableFuture<BatchStatus> wait = begin(options);
    try {
      return wait.get();
    } catch (InterruptedException e) {
      wait.cancel(false);
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // the caller has the future itself
  public final CompletableFuture<BatchStatus> awaitAsync(AwaitOptions options) {
    CompletableFuture<BatchStatus> wait = begin(options);
    CompletableFuture<BatchStatus> result = new CompletableFuture<>();
    wait.whenComplete(
        (status, error) -> access.events().run(() -> complete(result, status, error)));
    // However the caller completes it, by cancel or orTimeout, the wait is not needed any more.
    result.whenComplete((status, error) -> wait.cancel(false));
    return result;
  }

  private static void complete(
      CompletableFuture<BatchStatus> result,
      @Nullable BatchStatus status,
      @Nullable Throwable error) {
    if (error != null) {
      result.completeExceptionally(error);
    } else {
      result.complete(status);
    }
  }

  @SuppressWarnings({
    "CollectionUndefinedEquality", // identity is what is meant
    "FutureReturnValueIgnored" // the caller has the future itself
  })
  private CompletableFuture<BatchStatus> begin(AwaitOptions options) {
    mustLive();
    CompletableFuture<BatchStatus> wait = access.poller().await(access.ref(), options);
    waits.add(wait);
    wait.whenComplete((status, error) -> waits.remove(wait));
    if (consumedBy.get() != null) {
      wait.completeExceptionally(consumed());
    }
    return wait;
  }

  final Outcome<Deleted, H> deleteAs() {
    consume("delete");
    try {
      return deleted(access.provider().delete(ref()));
    } catch (BatchNotFoundException e) {
      if (deleteTried && access.provider().deletesRecords()) {
        return deleted(new Deleted(ref(), List.of(ref().id()), List.of(), false));
      }
      return new Outcome.HandedBack<>(freshAsBefore(), e);
    } catch (BatchException e) {
      return new Outcome.HandedBack<>(
          fresh(deleteTried || Failure.mayHaveExecuted(e.kind())), whyNotDeleted(e));
    }
  }

  private Outcome<Deleted, H> deleted(Deleted deleted) {
    access.events().send(listener -> listener.deleted(deleted));
    return new Outcome.Done<>(deleted);
  }

  private BatchException whyNotDeleted(BatchException error) {
    if (!BatchAccess.conflicts(error)) {
      return error;
    }
    try {
      BatchStatus status = access.status();
      if (status.state().terminal()) {
        return error;
      }
      NotEndedException running = new NotEndedException(status);
      running.addSuppressed(error);
      return running;
    } catch (BatchException e) {
      error.addSuppressed(e);
      return error;
    }
  }

  /** Names the batch, and whether the handle is consumed. */
  @Override
  public final String toString() {
    String call = consumedBy.get();
    return getClass().getSimpleName()
        + "["
        + access.ref()
        + (call == null ? "" : ", consumed by " + call)
        + "]";
  }
}
