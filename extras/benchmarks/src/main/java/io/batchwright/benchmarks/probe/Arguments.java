package io.batchwright.benchmarks.probe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The arguments of a process: {@code name=value}, each once. */
public final class Arguments {
  private final Map<String, String> values = new HashMap<>();

  /** Parses the arguments. */
  public Arguments(List<String> arguments) {
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      values.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
  }

  /** Returns a required argument. */
  public String text(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  /** Returns a required number. */
  public int number(String name) {
    return Integer.parseInt(text(name));
  }
}
