package io.batchwright.cli;

import com.google.gson.JsonObject;
import io.batchwright.BatchResult;
import io.batchwright.Finish;
import io.batchwright.RequestCounts;
import io.batchwright.ResultsSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many requests had which outcome, as it is printed. */
final class Outcomes {
  private Outcomes() {}

  static JsonObject json(ResultsSummary summary) {
    JsonObject object = new JsonObject();
    object.addProperty("total", summary.total());
    for (BatchResult.Kind kind : BatchResult.Kind.values()) {
      object.addProperty(word(kind), summary.count(kind));
    }
    return object;
  }

  /** Returns how many responses finished for which reason. */
  static JsonObject finishes(ResultsSummary summary) {
    JsonObject object = new JsonObject();
    for (Finish.Reason reason : Finish.Reason.values()) {
      object.addProperty(word(reason), summary.count(reason));
    }
    return object;
  }

  static JsonObject errors(ResultsSummary summary) {
    JsonObject object = new JsonObject();
    summary.errors().forEach(object::addProperty);
    return object;
  }

  /** Returns the successes, and of the rest only what there is. */
  static String text(ResultsSummary summary) {
    List<String> parts = new ArrayList<>();
    for (BatchResult.Kind kind : BatchResult.Kind.values()) {
      add(parts, summary.count(kind), kind == BatchResult.Kind.SUCCEEDED, word(kind));
    }
    return String.join(", ", parts);
  }

  static String text(RequestCounts counts) {
    List<String> parts = new ArrayList<>();
    add(parts, counts.succeeded(), true, "succeeded");
    add(parts, counts.errored(), false, "errored");
    add(parts, counts.cancelled(), false, "cancelled");
    add(parts, counts.expired(), false, "expired");
    add(parts, counts.processing(), false, "processing");
    return String.join(", ", parts);
  }

  /** Returns how many responses are not whole, by reason; "" if all are. */
  static String notWhole(ResultsSummary summary) {
    List<String> parts = new ArrayList<>();
    for (Finish.Reason reason : Finish.Reason.values()) {
      if (!reason.whole()) {
        add(parts, summary.count(reason), false, word(reason));
      }
    }
    return String.join(", ", parts);
  }

  /** Returns the most frequent errors, one a line. */
  static List<String> errors(ResultsSummary summary, int most) {
    Map<String, Long> errors = summary.errors();
    List<String> lines = new ArrayList<>();
    errors.entrySet().stream()
        .limit(most)
        .forEach(error -> lines.add(error.getValue() + " x " + error.getKey()));
    if (errors.size() > most) {
      lines.add((errors.size() - most) + " more errors that differ; see the file");
    }
    return lines;
  }

  /** Returns a count of requests in words. */
  static String requests(long count) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "request" : "requests");
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static void add(List<String> parts, long count, boolean always, String what) {
    if (always || count > 0) {
      parts.add(count + " " + what);
    }
  }
}
