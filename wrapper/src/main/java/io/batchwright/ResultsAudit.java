package io.batchwright;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Compares results with the requests that were sent: each should have exactly one. It compares what
 * was added so far, so it is to be read after the last result. Thread-safe.
 *
 * <pre>{@code
 * ResultsAudit audit = new ResultsAudit(ids);
 * results.forEach(audit::add);
 * if (!audit.clean()) {
 *   client.submit(input.only(audit.toResend()));
 * }
 * }</pre>
 */
public final class ResultsAudit {
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Set<String> passing = new LinkedHashSet<>(); // ids whose only result may pass
  private final Set<String> unknown = new LinkedHashSet<>();
  private long unidentified;

  /**
   * Creates an audit without results; {@link #add} them.
   *
   * @param expectedIds the custom ids of the requests
   */
  public ResultsAudit(Collection<String> expectedIds) {
    expectedIds.forEach(id -> counts.put(id, 0));
  }

  /** Adds one result. */
  public synchronized void add(BatchResult result) {
    String id = result.customId();
    Integer before = id == null ? null : counts.get(id);
    if (id == null) {
      unidentified++;
    } else if (before == null) {
      unknown.add(id);
    } else {
      counts.put(id, before + 1);
      boolean first = before == 0 && mayPass(result);
      boolean unused = first ? passing.add(id) : passing.remove(id);
    }
  }

  private static boolean mayPass(BatchResult result) {
    ApiError error = result.error();
    ErrorKind kind = error == null ? null : error.kind(); // of an expired one it is UNAVAILABLE
    return kind == ErrorKind.RATE_LIMITED || kind == ErrorKind.UNAVAILABLE;
  }

  /** Returns whether every expected request has exactly one result and nothing else is there. */
  public synchronized boolean clean() {
    return unknown.isEmpty()
        && unidentified == 0
        && counts.values().stream().allMatch(count -> count == 1);
  }

  /** Returns the expected ids without a result, in the order in which they were passed. */
  public synchronized List<String> missing() {
    return expected(id -> count(id) == 0);
  }

  /** Returns the expected ids with more than one result, each once. */
  public synchronized List<String> duplicates() {
    return expected(id -> count(id) > 1);
  }

  /**
   * Returns the ids of requests that are worth another batch unchanged, for {@link
   * BatchInput#only}: those without a result, those that expired, and those that failed because the
   * provider was busy or not available.
   */
  public synchronized List<String> toResend() {
    return expected(id -> count(id) == 0 || passing.contains(id));
  }

  /** Returns the ids that were not expected, each once. */
  public synchronized List<String> unknown() {
    return List.copyOf(unknown);
  }

  /** Returns the number of results without an id, those with a position alone among them. */
  public synchronized long unidentified() {
    return unidentified;
  }

  @Override
  public synchronized String toString() {
    return missing().size()
        + " missing, "
        + duplicates().size()
        + " duplicate, "
        + unknown.size()
        + " unknown, "
        + unidentified
        + " unidentified";
  }

  private int count(String id) {
    return counts.getOrDefault(id, 0);
  }

  private List<String> expected(Predicate<String> those) {
    return counts.keySet().stream().filter(those).toList();
  }
}
