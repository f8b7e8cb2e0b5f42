package io.batchwright.benchmarks.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the jars that a process loaded a class from, out of the JVM's own log. All SDKs are on one
 * class path here, and in a cold process even opening the others' jars would show.
 */
final class UsedJars {
  private static final Pattern SOURCE = Pattern.compile(" source: (file:\\S+)");

  private UsedJars() {}

  static String logTo(Path log) {
    return "-Xlog:class+load:file=" + log;
  }

  static Set<String> in(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .map(SOURCE::matcher)
          .filter(Matcher::find)
          .map(source -> Path.of(URI.create(source.group(1))).toString())
          .collect(Collectors.toSet());
    }
  }
}
