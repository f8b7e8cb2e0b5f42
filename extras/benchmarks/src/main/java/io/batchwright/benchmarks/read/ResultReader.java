package io.batchwright.benchmarks.read;

/** One way to read results, each time by a client of its own. */
public interface ResultReader {
  /** Reads all results, and adds them up. */
  void read(Target target, Tally tally) throws Exception;
}
