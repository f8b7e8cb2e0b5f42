package io.batchwright.benchmarks.read;

/** One way to read results, with a new client each time. */
public interface ResultReader {
  /** Reads all results and adds up their totals. */
  void read(Target target, Tally tally) throws Exception;
}
