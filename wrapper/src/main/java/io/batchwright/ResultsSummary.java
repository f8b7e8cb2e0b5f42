package io.batchwright;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Counts results by kind, finish and error, and the tokens by model. Figures grow with each result
 * that is added. Thread-safe.
 *
 * <p>Counting decodes a part of each response, which costs time; use a summary only where it is
 * wanted.
 */
public final class ResultsSummary {
  private static final int DISTINCT_ERRORS = 1000; // messages may contain an id each

  /** Errors beyond the first thousand that differ. */
  private static final String OTHER_ERRORS = "other errors";

  private final Map<BatchResult.Kind, Long> kinds = new EnumMap<>(BatchResult.Kind.class);
  private final Map<Finish.Reason, Long> finishes = new EnumMap<>(Finish.Reason.class);
  private final Map<String, Usage> models = new TreeMap<>();
  private final Map<String, Long> errors = new HashMap<>();

  /** Adds one result. */
  public synchronized void add(BatchResult result) {
    kinds.merge(result.kind(), 1L, Long::sum);
    result.succeeded().ifPresent(this::addResponse);
    ApiError error = result.error();
    if (error != null) {
      String text = error.text();
      boolean counted = errors.containsKey(text) || errors.size() < DISTINCT_ERRORS;
      errors.merge(counted ? text : OTHER_ERRORS, 1L, Long::sum);
    }
  }

  private void addResponse(BatchResult.Succeeded response) {
    finishes.merge(response.finish().reason(), 1L, Long::sum);
    Usage usage = response.usage();
    if (usage != null) {
      models.merge(Objects.requireNonNullElse(response.model(), ""), usage, Usage::plus);
    }
  }

  /** Returns the number of all results. */
  public synchronized long total() {
    return kinds.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the number of results of a kind. */
  public synchronized long count(BatchResult.Kind kind) {
    return kinds.getOrDefault(kind, 0L);
  }

  /** Returns the number of responses that finished for a reason. */
  public synchronized long count(Finish.Reason reason) {
    return finishes.getOrDefault(reason, 0L);
  }

  /** Returns the number of responses that are whole: complete, or tool calls. */
  public synchronized long whole() {
    return count(Finish.Reason.COMPLETE) + count(Finish.Reason.TOOL_CALLS);
  }

  /** Returns the tokens of all responses. */
  public synchronized Usage usage() {
    return models.values().stream().reduce(Usage.NONE, Usage::plus);
  }

  /** Returns the tokens by the name of the model; "" for responses that do not name theirs. */
  public synchronized Map<String, Usage> usageByModel() {
    return new TreeMap<>(models);
  }

  /**
   * Returns the errors and how often each occurred, the most frequent first; after a thousand that
   * differ the rest is counted as "other errors". The texts may quote what a user wrote.
   */
  public synchronized Map<String, Long> errors() {
    Map<String, Long> sorted = new LinkedHashMap<>();
    errors.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(error -> sorted.put(error.getKey(), error.getValue()));
    return sorted;
  }

  /** Returns the number of results of each kind, and of each finish that is not whole. */
  @Override
  public synchronized String toString() {
    String counts =
        kinds.entrySet().stream()
            .map(kind -> kind.getValue() + " " + word(kind.getKey()))
            .collect(Collectors.joining(", "));
    String cut =
        finishes.entrySet().stream()
            .filter(finish -> !finish.getKey().whole())
            .map(finish -> finish.getValue() + " " + word(finish.getKey()))
            .collect(Collectors.joining(", "));
    return total()
        + " results"
        + (counts.isEmpty() ? "" : ": " + counts)
        + (cut.isEmpty() ? "" : "; not whole: " + cut);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
