package io.batchwright.internal.results;

import io.batchwright.BatchResult;
import io.batchwright.ResultsAudit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** Counts the outcomes of each expected id. */
final class Audit implements ResultsAudit, ResultObserver {
  private final Map<String, Integer> outcomes = new LinkedHashMap<>();
  private final Set<String> unknown = new LinkedHashSet<>();
  private long unidentified;
  private boolean complete;

  Audit(Collection<String> expectedIds) {
    expectedIds.forEach(id -> outcomes.put(id, 0));
  }

  @Override
  public synchronized void observe(BatchResult result) {
    String id = result.customId();
    if (id == null) {
      unidentified++;
    } else if (outcomes.computeIfPresent(id, (same, count) -> count + 1) == null) {
      unknown.add(id);
    }
  }

  @Override
  public synchronized void end() {
    complete = true;
  }

  @Override
  public synchronized boolean complete() {
    return complete;
  }

  @Override
  public synchronized boolean clean() {
    return expected(count -> count != 1).isEmpty() && unknown().isEmpty() && unidentified == 0;
  }

  @Override
  public synchronized List<String> missing() {
    return expected(count -> count == 0);
  }

  @Override
  public synchronized List<String> duplicates() {
    return expected(count -> count > 1);
  }

  @Override
  public synchronized List<String> unknown() {
    requireComplete();
    return List.copyOf(unknown);
  }

  @Override
  public synchronized long unidentified() {
    requireComplete();
    return unidentified;
  }

  @Override
  public synchronized String toString() {
    return complete
        ? missing().size()
            + " missing, "
            + duplicates().size()
            + " duplicate, "
            + unknown.size()
            + " unknown, "
            + unidentified
            + " unidentified"
        : "the results were not read to their end";
  }

  private List<String> expected(IntPredicate count) {
    requireComplete();
    return outcomes.entrySet().stream()
        .filter(outcome -> count.test(outcome.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void requireComplete() {
    if (!complete) {
      throw new IllegalStateException(
          "The audit is complete when the results were read to their end");
    }
  }
}
