package io.batchwright.testing;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Unpaired surrogates, written as escapes. JSON's grammar allows them and so does this library,
 * because responses are cut in the middle of an emoji; Gson's strict reader does not. They are
 * therefore replaced for it with characters that no document here contains.
 */
final class UnpairedSurrogates {
  private static final Pattern ESCAPES =
      Pattern.compile(
          "\\\\u[dD][89abAB][0-9a-fA-F]{2}\\\\u[dD][c-fC-F][0-9a-fA-F]{2}" // a pair
              + "|\\\\u[dD]([89a-fA-F][0-9a-fA-F]{2})" // an unpaired one
              + "|\\\\.",
          Pattern.DOTALL);
  private static final Pattern HIDDEN = Pattern.compile("[\uf000-\uf7ff]");
  private static final int UP = 0xf000 - 0xd800;

  private UnpairedSurrogates() {}

  /** Whether a text may contain the replacement characters. */
  static boolean confuse(String json) {
    return HIDDEN.matcher(json).find() || json.contains("\\uf") || json.contains("\\uF");
  }

  /** Replaces them with other escapes. */
  static String hide(String json) {
    return json.contains("\\u")
        ? ESCAPES.matcher(json).replaceAll(match -> Matcher.quoteReplacement(hidden(match)))
        : json;
  }

  private static String hidden(MatchResult match) {
    String digits = match.group(1);
    return digits == null
        ? match.group()
        : "\\u" + Integer.toHexString(Integer.parseInt("d" + digits, 16) + UP);
  }

  /** Restores them in a text that was read. */
  static String show(String text) {
    return HIDDEN
        .matcher(text)
        .replaceAll(match -> String.valueOf((char) (match.group().charAt(0) - UP)));
  }
}
