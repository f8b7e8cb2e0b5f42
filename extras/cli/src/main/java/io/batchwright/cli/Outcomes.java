package io.batchwright.cli;

import com.google.gson.JsonObject;
import io.batchwright.ResultsSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many requests had which outcome, as it is printed. */
final class Outcomes {
  private Outcomes() {}

  static JsonObject json(ResultsSummary summary) {
    JsonObject object = new JsonObject();
    object.addProperty("total", summary.total());
    object.addProperty("succeeded", summary.succeeded());
    object.addProperty("errored", summary.errored());
    object.addProperty("cancelled", summary.cancelled());
    object.addProperty("expired", summary.expired());
    object.addProperty("unreadable", summary.unreadable());
    return object;
  }

  static String text(ResultsSummary summary) {
    return text(
        summary.succeeded(),
        summary.errored(),
        summary.cancelled(),
        summary.expired(),
        summary.unreadable());
  }

  /** Says how many requests there are. */
  static String requests(long count) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "request" : "requests");
  }

  /** Names the successes, and of the rest only what there is. */
  static String text(long succeeded, long errored, long cancelled, long expired, long unreadable) {
    List<String> parts = new ArrayList<>();
    parts.add(succeeded + " succeeded");
    add(parts, errored, " errored");
    add(parts, cancelled, " cancelled");
    add(parts, expired, " expired");
    add(parts, unreadable, " unreadable");
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + what);
    }
  }
}
