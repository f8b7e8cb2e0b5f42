package io.batchwright.contract;

import io.batchwright.sandbox.FaultRule;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.ProviderControl;

/**
 * One of the requests that a call makes.
 *
 * @param operation its operation
 * @param before the number of requests of the same operation that the call makes before it
 */
public record Step(Operation operation, int before) {
  /** Starts a rule for the request that is this many after this one. */
  public FaultRule fault(ProviderControl wire, int later) {
    return wire.faults().on(operation).after(before + later);
  }

  /** Starts a rule for this request. */
  public FaultRule fault(ProviderControl wire) {
    return fault(wire, 0);
  }

  /** Counts the requests from this one on, if only the call made any. */
  public int count(ProviderControl wire) {
    return wire.count(operation) - before;
  }
}
