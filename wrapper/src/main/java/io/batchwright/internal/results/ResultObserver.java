package io.batchwright.internal.results;

import io.batchwright.BatchResult;

/** Looks on while results are read. */
interface ResultObserver {
  void observe(BatchResult result);

  /** All were read. */
  void end();
}
