package io.batchwright.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads method and path of each operation of a spec; the specs are laid out regularly enough. */
public final class SpecPaths {
  private static final Pattern LINE =
      Pattern.compile("  (?<path>/\\S+):|    (?<method>[a-z]+):|      operationId: (?<id>\\S+)");

  private SpecPaths() {}

  /**
   * Gives method and path by operation id.
   *
   * @param id stands in every path in the place of its parameter
   */
  public static Map<String, String> of(String provider, String id) throws IOException {
    Path spec = Path.of(System.getProperty("basedir", "."), "..", "specs", provider + ".yaml");
    Map<String, String> operations = new LinkedHashMap<>();
    String path = "";
    String method = "";
    for (String line : Files.readAllLines(spec)) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        continue;
      }
      if (matcher.group("path") != null) {
        path = matcher.group("path").replaceAll("\\{\\w+}", id);
      } else if (matcher.group("method") != null) {
        method = matcher.group("method").toUpperCase(Locale.ROOT);
      } else {
        operations.put(matcher.group("id"), method + " " + path);
      }
    }
    return operations;
  }
}
