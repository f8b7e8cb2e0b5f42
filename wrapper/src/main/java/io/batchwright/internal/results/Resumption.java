package io.batchwright.internal.results;

import io.batchwright.BatchException;

/** Hears that a stream which broke off was taken up again. */
@FunctionalInterface
public interface Resumption {
  /**
   * The stream is open again, behind the last line that was delivered.
   *
   * @param line how many lines are behind it
   * @param error what went wrong
   */
  void resumed(long line, BatchException error);
}
