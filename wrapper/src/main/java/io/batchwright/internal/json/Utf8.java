package io.batchwright.internal.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Checks whether bytes are UTF-8, and whether texts can be encoded in it. */
public final class Utf8 {
  private static final int PART = 1024;

  private Utf8() {}

  /** Returns whether all of some bytes are valid UTF-8. */
  public static boolean isValid(byte[] bytes, int from, int to) {
    int plain = JsonText.asciiEnd(bytes, from, to);
    if (plain == to) {
      return true;
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, plain, to - plain);
    CharBuffer out = CharBuffer.allocate(Math.min(PART, to - plain));
    CoderResult result = decoder.decode(in, out, true);
    while (result.isOverflow()) {
      out.clear();
      result = decoder.decode(in, out, true);
    }
    return result.isUnderflow();
  }

  /**
   * Returns whether a string within JSON that was checked has half of a surrogate pair, written as
   * an escape.
   */
  public static boolean hasHalfEscape(byte[] json, int from, int to) {
    int at = JsonText.special(json, from, to);
    while (at < to) {
      if (json[at] != '\\') {
        at++;
      } else if (json[at + 1] != 'u') {
        at += 2;
      } else {
        char unit = JsonText.unit(json, at);
        at += JsonText.UNICODE;
        boolean pair =
            Character.isHighSurrogate(unit)
                && at + JsonText.UNICODE <= to
                && json[at] == '\\'
                && json[at + 1] == 'u'
                && Character.isLowSurrogate(JsonText.unit(json, at));
        if (pair) {
          at += JsonText.UNICODE;
        } else if (Character.isSurrogate(unit)) {
          return true;
        }
      }
      at = JsonText.special(json, at, to);
    }
    return false;
  }

  /** Returns whether a text can be encoded in UTF-8, which unpaired surrogates cannot. */
  public static boolean isEncodable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean pair =
            i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
