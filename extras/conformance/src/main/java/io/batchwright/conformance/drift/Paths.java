package io.batchwright.conformance.drift;

import java.util.regex.Pattern;

/** Normalizes paths that differ only in notation. */
final class Paths {
  private static final Pattern SERVER = Pattern.compile("^[a-z]+://[^/]*");
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
  private static final Pattern PREFIX =
      Pattern.compile("/(api|paas|v[0-9]+(beta)?|\\{version})(?=/)");

  private Paths() {}

  /** A path without server and version, with {} for parameters. */
  static String plain(String url) {
    String path = SERVER.matcher(url).replaceFirst("").replace("//", "/");
    return PARAMETER.matcher(PREFIX.matcher(path).replaceAll("")).replaceAll("{}");
  }
}
