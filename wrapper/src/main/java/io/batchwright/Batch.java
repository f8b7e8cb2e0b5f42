package io.batchwright;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import com.google.errorprone.annotations.MustBeClosed;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A live right to act on one batch.
 *
 * <p>Thread-safe. A handle is used up by {@link #delete()} (and {@link BatchHandle#cancel()}),
 * whatever becomes of that call: every later use, and every wait that runs on the handle, fails
 * with {@link HandleSpentException}. Results already open stay open. {@link BatchClient#open} makes
 * an independent handle on the same batch.
 */
public interface Batch {
  /** Names the batch; works on a spent handle too. */
  BatchRef ref();

  /**
   * Asks the provider once where the batch is.
   *
   * @throws BatchNotFoundException if the provider does not know the batch
   * @throws ProviderException if the provider refuses
   * @throws TransportException if no answer came
   * @throws HandleSpentException if this handle is used up
   */
  BatchStatus status();

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
   * Waits until the batch has ended, and gives its last status, which may well be {@link
   * BatchState#FAILED}.
   *
   * @throws AwaitTimeoutException if the deadline passed first; the batch runs on
   * @throws BatchNotFoundException if the provider says more than for a moment that there is no
   *     such batch
   * @throws BatchException if the provider could not be asked for longer than {@link
   *     AwaitOptions#maxOutage()}, or refuses the key
   * @throws HandleSpentException if this handle is, or meanwhile becomes, used up
   * @throws InterruptedException if the thread is interrupted; the batch runs on
   */
  @CanIgnoreReturnValue
  BatchStatus await(AwaitOptions options) throws InterruptedException;

  /**
   * Waits as {@link #await(AwaitOptions)} does, without holding a thread; cancelling the future
   * stops the waiting and leaves the batch alone. The future completes on the client's callback
   * executor.
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
   * <p>Works for every ended batch that has results, cancelled and expired ones among them.
   *
   * @throws NotEndedException if the batch still runs
   * @throws NoResultsException if it has none, or they are no longer kept
   * @throws BatchNotFoundException if the provider does not know the batch
   * @throws ProviderException if the provider refuses
   * @throws TransportException if no answer came
   * @throws HandleSpentException if this handle is used up
   */
  @MustBeClosed
  BatchResults results();

  /**
   * Removes the batch, or what of it the provider can remove, and spends this handle.
   *
   * <p>A batch that still runs is not removed: its handle comes back with {@link
   * NotEndedException}.
   */
  @CheckReturnValue
  Outcome<Deleted, ? extends Batch> delete();
}
