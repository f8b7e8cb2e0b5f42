package io.batchwright.cli;

import io.batchwright.BatchException;
import io.batchwright.BatchListener;
import io.batchwright.ProviderException;

/** Shows on stderr how far things are: a bar on a terminal, a line for each change elsewhere. */
interface Progress extends BatchListener, AutoCloseable {
  static Progress of(World world) {
    return world.columns() > 0 ? new BarProgress(world) : new LineProgress(world);
  }

  /** Returns why a wait has to poll again. */
  static String whyAgain(BatchException error) {
    return error instanceof ProviderException refused
        ? "responded " + refused.httpStatus() + ", polling again"
        : "no response, polling again";
  }

  /**
   * Reading of results begins.
   *
   * @param total how many are expected, or 0
   */
  default void reading(long total) {}

  /** One more result was read. */
  default void read() {}

  /** Ends the showing; does nothing the second time. */
  @Override
  default void close() {}
}
