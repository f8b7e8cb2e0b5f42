package io.batchwright.cli;

import io.batchwright.AwaitOptions;
import io.batchwright.Batch;
import io.batchwright.BatchException;
import io.batchwright.BatchListener;
import io.batchwright.BatchStatus;
import io.batchwright.ProviderException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Shows on stderr how far things are: a bar on a terminal, a line for each change elsewhere. */
abstract class Progress implements BatchListener, AutoCloseable {
  private final CountDownLatch ended = new CountDownLatch(1);

  static Progress of(World world) {
    return world.columns() > 0 ? new BarProgress(world) : new LineProgress(world);
  }

  /** Returns why a wait has to poll again. */
  static String whyAgain(BatchException error) {
    return error instanceof ProviderException refused
        ? "responded " + refused.httpStatus() + ", polling again"
        : "no response, polling again";
  }

  /** Waits for the end of a batch, and until all that led to it was shown. */
  final BatchStatus await(Batch batch, AwaitOptions options) throws InterruptedException {
    BatchStatus status = batch.await(options);
    boolean unused = ended.await(5, TimeUnit.SECONDS); // events are sent by another thread
    return status;
  }

  @Override
  public final void ended(BatchStatus status) {
    ended.countDown();
  }

  /**
   * Reading of results begins.
   *
   * @param total how many are expected, or 0
   */
  void reading(long total) {}

  /** One more result was read. */
  void read() {}

  /** Ends the showing; does nothing the second time. */
  @Override
  public void close() {}
}
