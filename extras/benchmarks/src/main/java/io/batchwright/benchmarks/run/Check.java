package io.batchwright.benchmarks.run;

import com.google.gson.JsonObject;
import io.batchwright.benchmarks.data.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares the totals of a reader with those of the file. */
final class Check {
  private Check() {}

  /**
   * Returns the differences, or "" if there are none; totals that the reader did not report are
   * ignored.
   */
  static String differences(JsonObject figures, Facts facts) {
    List<String> differences = new ArrayList<>();
    Map.of(
            "lines", facts.lines(),
            "succeeded", facts.succeeded(),
            "idChars", facts.idChars(),
            "textChars", facts.textChars(),
            "tokens", facts.tokens(),
            "bytes", facts.bytes())
        .forEach(
            (name, expected) -> {
              if (figures.has(name) && figures.get(name).getAsLong() != expected) {
                differences.add(name + " is " + figures.get(name) + ", not " + expected);
              }
            });
    boolean hasTotals = figures.has("lines") || figures.has("bytes");
    return hasTotals ? String.join("; ", differences) : "nothing was read";
  }
}
