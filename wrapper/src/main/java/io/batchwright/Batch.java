package io.batchwright;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import com.google.errorprone.annotations.MustBeClosed;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A live handle on one batch.
 *
 * <p>Thread-safe. {@link #delete()} (and {@link BatchHandle#cancel()}) consumes the handle, whether
 * it succeeds or not: every later use, and every wait that runs on the handle, fails with {@link
 * HandleConsumedException}. Results already open stay open. {@link BatchClient#open} returns an
 * independent handle on the same batch.
 */
public interface Batch {
  /** Returns the ref of the batch; works on a consumed handle too. */
  BatchRef ref();

  /**
   * Returns the status of the batch, by one call to the provider.
   *
   * @throws BatchNotFoundException if the provider does not know the batch
   * @throws ProviderException if the provider refuses
   * @throws TransportException if no response came
   * @throws HandleConsumedException if this handle is consumed
   */
  BatchStatus status();

  /**
   * Waits until the batch has ended, for at most twice the provider's longest completion window.
   *
   * <pre>{@code
   * BatchStatus status = batch.await();
   * }</pre>
   *
   * @see #await(AwaitOptions)
   */
  @CanIgnoreReturnValue
  BatchStatus await() throws InterruptedException;

  /**
   * Waits until the batch has ended, for at most this long.
   *
   * @see #await(AwaitOptions)
   */
  @CanIgnoreReturnValue
  default BatchStatus await(Duration deadline) throws InterruptedException {
    return await(AwaitOptions.within(deadline));
  }

  /**
   * Waits until the batch has ended, and returns its last status, which may be {@link
   * BatchState#FAILED}.
   *
   * @throws AwaitTimeoutException if the deadline passed first; the batch runs on
   * @throws BatchNotFoundException if the provider reports for a minute that there is no such batch
   * @throws BatchException if no poll succeeded for longer than {@link AwaitOptions#maxOutage()},
   *     or the provider refuses the key
   * @throws HandleConsumedException if this handle is consumed, now or during the wait
   * @throws InterruptedException if the thread is interrupted; the batch runs on
   */
  @CanIgnoreReturnValue
  BatchStatus await(AwaitOptions options) throws InterruptedException;

  /**
   * Waits as {@link #await(AwaitOptions)} does, without holding a thread; cancelling the future
   * stops the wait and not the batch. The future completes on the client's callback executor.
   */
  CompletableFuture<BatchStatus> awaitAsync(AwaitOptions options);

  /**
   * Waits without holding a thread, for at most this long.
   *
   * @see #awaitAsync(AwaitOptions)
   */
  default CompletableFuture<BatchStatus> awaitAsync(Duration deadline) {
    return awaitAsync(AwaitOptions.within(deadline));
  }

  /**
   * Opens the results, which can be read once, as they come from the provider.
   *
   * <p>Opening has the patience of a wait: results that are "not found" are requested again for a
   * minute, and what else may pass, such as an outage or a rate limit, is tolerated for an hour.
   *
   * <p>Works for every ended batch that has results, cancelled and expired ones among them.
   *
   * @throws NotEndedException if the batch still runs
   * @throws NoResultsException if it has none, or they are no longer kept
   * @throws BatchNotFoundException if the provider does not know the batch
   * @throws ProviderException if the provider refuses
   * @throws TransportException if no response came
   * @throws HandleConsumedException if this handle is consumed
   */
  @MustBeClosed
  BatchResults results(ResultsOptions options);

  /** Opens the results as {@link #results(ResultsOptions)} does, with the default options. */
  @MustBeClosed
  default BatchResults results() {
    return results(ResultsOptions.defaults());
  }

  /**
   * Deletes the batch, or what of it the provider can delete, and consumes this handle.
   *
   * <p>A batch that still runs is not deleted: the outcome hands back a live handle with a {@link
   * NotEndedException}.
   *
   * <pre>{@code
   * batch.delete().orElseThrow();
   * }</pre>
   */
  @CheckReturnValue
  Outcome<Deleted, ? extends Batch> delete();
}
