package io.batchwright.conformance.drift;

import java.util.regex.Pattern;

/** Makes paths alike that differ in how they are written down, and not in what they are. */
final class Paths {
  private static final Pattern SERVER = Pattern.compile("^[a-z]+://[^/]*");
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
  private static final Pattern PREFIX =
      Pattern.compile("/(api|paas|v[0-9]+(beta)?|\\{version})(?=/)");

  private Paths() {}

  /** A path without server and version, with {} for what is filled in. */
  static String plain(String url) {
    String path = SERVER.matcher(url).replaceFirst("").replace("//", "/");
    return PARAMETER.matcher(PREFIX.matcher(path).replaceAll("")).replaceAll("{}");
  }
}
