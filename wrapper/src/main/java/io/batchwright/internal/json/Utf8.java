package io.batchwright.internal.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Looks whether bytes are UTF-8, and texts can be. */
public final class Utf8 {
  private static final int PART = 1024;

  private Utf8() {}

  /** Says whether some bytes are valid UTF-8, all of them. */
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

  /** Says whether a text has a form in UTF-8, which halves of characters do not. */
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
