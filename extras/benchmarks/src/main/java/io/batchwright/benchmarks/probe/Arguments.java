package io.batchwright.benchmarks.probe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a process is told on its command line: {@code name=value}, each once. */
public final class Arguments {
  private final Map<String, String> values = new HashMap<>();

  /** Takes the words of a command line. */
  public Arguments(List<String> words) {
    for (String word : words) {
      int equals = word.indexOf('=');
      values.put(word.substring(0, equals), word.substring(equals + 1));
    }
  }

  /** Gives what must be there. */
  public String text(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  /** Gives a number that must be there. */
  public int number(String name) {
    return Integer.parseInt(text(name));
  }
}
