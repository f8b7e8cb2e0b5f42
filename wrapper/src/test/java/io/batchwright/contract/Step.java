package io.batchwright.contract;

import io.batchwright.sandbox.FaultRule;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.ProviderControl;

/**
 * One of the requests that a call makes.
 *
 * @param operation what it does
 * @param before how many requests of the same operation the call makes before it
 */
public record Step(Operation operation, int before) {
  /** Begins a rule for the request that comes so many after this one. */
  public FaultRule fault(ProviderControl wire, int later) {
    return wire.faults().on(operation).after(before + later);
  }

  /** Begins a rule for this request. */
  public FaultRule fault(ProviderControl wire) {
    return fault(wire, 0);
  }

  /** Counts the requests from this one on, if nothing else made any. */
  public int count(ProviderControl wire) {
    return wire.count(operation) - before;
  }
}
