package io.batchwright.benchmarks.run;

/** How a process ended. */
public enum Outcome {
  /** It measured. */
  OK,
  /** Its heap did not do; a fact like others. */
  DEAD,
  /** It did not end in time; a fact too, in a heap that hardly does. */
  TIMEOUT,
  /** It broke. */
  FAILED,
  /** It did not come to what is in the file. */
  WRONG
}
