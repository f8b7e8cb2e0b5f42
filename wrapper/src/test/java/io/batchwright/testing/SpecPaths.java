package io.batchwright.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the method and path of each operation of a spec, relying on the regular layout of the
 * specs.
 */
public final class SpecPaths {
  private static final Pattern LINE =
      Pattern.compile("  (?<path>/\\S+):|    (?<method>[a-z]+):|      operationId: (?<id>\\S+)");

  private SpecPaths() {}

  /** Returns the base URLs of the provider's sites, the usual one first. */
  public static List<String> sites(String provider) throws IOException {
    return lines(provider)
        .filter(line -> line.startsWith("  - url: "))
        .map(line -> line.substring("  - url: ".length()))
        .toList();
  }

  private static Stream<String> lines(String provider) throws IOException {
    return Files.readAllLines(
        Path.of(System.getProperty("basedir", "."), "..", "specs", provider + ".yaml"))
        .stream();
  }

  /**
   * Returns method and path by operation id.
   *
   * @param id replaces the parameter in every path
   */
  public static Map<String, String> of(String provider, String id) throws IOException {
    Map<String, String> operations = new LinkedHashMap<>();
    String path = "";
    String method = "";
    for (String line : lines(provider).toList()) {
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
