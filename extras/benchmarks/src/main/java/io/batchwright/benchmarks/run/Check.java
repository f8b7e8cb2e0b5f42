package io.batchwright.benchmarks.run;

import com.google.gson.JsonObject;
import io.batchwright.benchmarks.data.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares what a reader came to with what is in the file. */
final class Check {
  private Check() {}

  /**
   * Gives the differences, "" if there are none; of what the reader did not look at there is none.
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
    boolean looked = figures.has("lines") || figures.has("bytes");
    return looked ? String.join("; ", differences) : "nothing was read";
  }
}
