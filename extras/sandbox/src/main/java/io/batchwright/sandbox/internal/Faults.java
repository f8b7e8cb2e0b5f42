package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.FaultRule;
import io.batchwright.sandbox.FaultScript;
import io.batchwright.sandbox.Operation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that still apply. */
final class Faults implements FaultScript {
  private final List<Due> rules = new ArrayList<>();

  @Override
  public FaultRule on(Operation operation) {
    return new Rule(this, operation);
  }

  @Override
  public synchronized void clear() {
    rules.clear();
  }

  synchronized void add(Operation operation, int skip, int times, Fault fault) {
    rules.add(new Due(operation, skip, times, fault));
  }

  /**
   * Returns the fault for this request, or null. Each rule for its operation counts the request
   * until one handles it.
   */
  synchronized @Nullable Fault next(Operation operation) {
    for (Iterator<Due> i = rules.iterator(); i.hasNext(); ) {
      Due rule = i.next();
      if (rule.operation != operation || rule.skip-- > 0) continue;
      if (rule.times != Integer.MAX_VALUE && --rule.times == 0) i.remove();
      return rule.fault;
    }
    return null;
  }

  private static final class Due {
    private final Operation operation;
    private final Fault fault;
    private int skip;
    private int times;

    Due(Operation operation, int skip, int times, Fault fault) {
      this.operation = operation;
      this.skip = skip;
      this.times = times;
      this.fault = fault;
    }
  }
}
