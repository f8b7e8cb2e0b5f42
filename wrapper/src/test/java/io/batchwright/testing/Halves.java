package io.batchwright.testing;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Halves of surrogate pairs, written as escapes. JSON's grammar allows them and so does this
 * library, because answers are cut in the middle of an emoji; Gson's strict reader does not, in
 * texts that it reads. So they are hidden from it in characters that no document here has.
 */
final class Halves {
  private static final Pattern ESCAPES =
      Pattern.compile(
          "\\\\u[dD][89abAB][0-9a-fA-F]{2}\\\\u[dD][c-fC-F][0-9a-fA-F]{2}" // a pair
              + "|\\\\u[dD]([89a-fA-F][0-9a-fA-F]{2})" // a half
              + "|\\\\.",
          Pattern.DOTALL);
  private static final Pattern HIDDEN = Pattern.compile("[\uf000-\uf7ff]");
  private static final int UP = 0xf000 - 0xd800;

  private Halves() {}

  /** Says whether a text may have the characters that they are hidden in. */
  static boolean confuse(String json) {
    return HIDDEN.matcher(json).find() || json.contains("\\uf") || json.contains("\\uF");
  }

  /** Puts other escapes in their place. */
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

  /** Puts them into a text that was read again. */
  static String show(String text) {
    return HIDDEN
        .matcher(text)
        .replaceAll(match -> String.valueOf((char) (match.group().charAt(0) - UP)));
  }
}
