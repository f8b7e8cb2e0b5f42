package io.batchwright.conformance.drift;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reasons for accepted differences. The file has a paragraph per reason: first the reason,
 * after a {@code #}, then patterns of the lines that it covers, where {@code *} matches any text.
 */
public final class Reasons {
  private final Map<String, String> byPattern = new LinkedHashMap<>();
  private final Map<String, Integer> used = new LinkedHashMap<>();

  private Reasons() {}

  /** Reads the file. */
  public static Reasons read(Path file) throws IOException {
    Reasons reasons = new Reasons();
    StringBuilder reason = new StringBuilder();
    boolean inReason = false;
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("#")) {
        if (!inReason) reason.setLength(0);
        reason.append(reason.isEmpty() ? "" : " ").append(line.substring(1).strip());
      } else if (!line.isBlank()) {
        reasons.byPattern.put(line.strip(), reason.toString());
      }
      inReason = line.startsWith("#");
    }
    return reasons;
  }

  /** Returns the reason for a difference and marks it as used. */
  public Optional<String> of(String difference) {
    for (Map.Entry<String, String> entry : byPattern.entrySet()) {
      if (!matches(entry.getKey(), difference)) continue;
      used.merge(entry.getKey(), 1, Integer::sum);
      return Optional.of(entry.getValue());
    }
    return Optional.empty();
  }

  private static boolean matches(String pattern, String text) {
    String regex =
        Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return text.matches(regex);
  }

  /** Patterns that matched no difference. */
  public List<String> unused() {
    return byPattern.keySet().stream().filter(pattern -> !used.containsKey(pattern)).toList();
  }
}
