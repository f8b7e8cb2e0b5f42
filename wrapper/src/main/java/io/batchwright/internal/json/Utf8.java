package io.batchwright.internal.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Looks whether bytes are UTF-8. */
public final class Utf8 {
  private static final int PART = 1024;

  private Utf8() {}

  /** Says whether some bytes are valid UTF-8, all of them. */
  public static boolean isValid(byte[] bytes, int from, int to) {
    int plain = ascii(bytes, from, to);
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

  private static int ascii(byte[] bytes, int from, int to) {
    int i = from;
    while (i <= to - Long.BYTES && ((long) JsonText.WORDS.get(bytes, i) & JsonText.HIGHS) == 0) {
      i += Long.BYTES;
    }
    while (i < to && bytes[i] >= 0) {
      i++;
    }
    return i;
  }
}
