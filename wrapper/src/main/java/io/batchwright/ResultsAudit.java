package io.batchwright;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/**
 * Compares results with the requests that were sent: exactly one outcome each is expected.
 *
 * <p>One that {@link BatchResults#audit} returns is complete once the results were read to their
 * end; before that, every method but {@link #complete()} throws {@link IllegalStateException}. One
 * that the caller creates compares what was added so far. Thread-safe.
 */
public final class ResultsAudit {
  private final Map<String, Integer> outcomes = new LinkedHashMap<>();
  private final Set<String> unknown = new LinkedHashSet<>();
  private final BooleanSupplier allAdded;
  private long unidentified;

  /**
   * Creates an audit without results; {@link #add} them.
   *
   * @param expectedIds the custom ids of the requests
   */
  public ResultsAudit(Collection<String> expectedIds) {
    this(expectedIds, () -> true);
  }

  /**
   * Creates an audit that withholds its findings until it is complete.
   *
   * @param expectedIds the custom ids of the requests
   * @param allAdded whether all results were added
   */
  public ResultsAudit(Collection<String> expectedIds, BooleanSupplier allAdded) {
    expectedIds.forEach(id -> outcomes.put(id, 0));
    this.allAdded = allAdded;
  }

  /** Adds one result. */
  public synchronized void add(BatchResult result) {
    String id = result.customId();
    if (id == null) {
      unidentified++;
    } else if (outcomes.computeIfPresent(id, (same, count) -> count + 1) == null) {
      unknown.add(id);
    }
  }

  /** Returns whether the results were read to their end. */
  public boolean complete() {
    return allAdded.getAsBoolean();
  }

  /** Returns whether every expected request has exactly one outcome and nothing else is there. */
  public synchronized boolean clean() {
    return expected(count -> count != 1).isEmpty() && unknown.isEmpty() && unidentified == 0;
  }

  /** Expected ids without an outcome, in the order they were given. */
  public synchronized List<String> missing() {
    return expected(count -> count == 0);
  }

  /** Expected ids with more than one outcome, each named once. */
  public synchronized List<String> duplicates() {
    return expected(count -> count > 1);
  }

  /** Ids that were not expected, each named once. */
  public synchronized List<String> unknown() {
    requireComplete();
    return List.copyOf(unknown);
  }

  /** Lines that name no request that could be made out. */
  public synchronized long unidentified() {
    requireComplete();
    return unidentified;
  }

  @Override
  public synchronized String toString() {
    return complete()
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
    if (!complete()) {
      throw new IllegalStateException(
          "The audit is complete when the results were read to their end");
    }
  }
}
