package io.batchwright.benchmarks.run;

/** The outcome of a process. */
public enum Outcome {
  /** It succeeded. */
  OK,
  /** It ran out of memory, which is a result like any other. */
  DEAD,
  /** It timed out, which is a result as well, with a heap that is barely sufficient. */
  TIMEOUT,
  /** It failed. */
  FAILED,
  /** Its totals differ from those of the file. */
  WRONG
}
