package io.batchwright.sandbox;

/**
 * What goes wrong on the wire. Rules are tried in the order in which they were made; the first one
 * that is due takes the request. Thread-safe.
 */
public interface FaultScript {

  /** Starts a rule for one operation. It does nothing until one of its faults is named. */
  FaultRule on(Operation operation);

  /** Forgets every rule. */
  void clear();
}
