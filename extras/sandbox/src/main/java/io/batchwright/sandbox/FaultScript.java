package io.batchwright.sandbox;

/**
 * Scripts faults on the wire. Rules are tried in the order in which they were added; the first one
 * that applies handles the request. Thread-safe.
 */
public interface FaultScript {

  /**
   * Starts a rule for one operation. It has no effect until its last call, which names the fault.
   */
  FaultRule on(Operation operation);

  /** Removes every rule. */
  void clear();
}
