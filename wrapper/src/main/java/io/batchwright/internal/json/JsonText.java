package io.batchwright.internal.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Strings of JSON, read eight bytes at a time. */
final class JsonText {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long BACKSLASHES = '\\' * ONES;

  private static final byte[] SHORT_ESCAPES = new byte[256]; // letter -> character, 0 for no escape

  static {
    String letters = "\"\\/bfnrt";
    for (int i = 0; i < letters.length(); i++) {
      SHORT_ESCAPES[letters.charAt(i)] = (byte) "\"\\/\b\f\n\r\t".charAt(i);
    }
  }

  static final int UNICODE = 6; // bytes of an escape by number

  private JsonText() {}

  /**
   * Returns the place after the closing quote.
   *
   * @param from where the opening quote is
   * @param out receives the string, or null if it is only checked
   */
  static int end(JsonCursor cursor, byte[] bytes, int from, int limit, @Nullable TextDecoder out)
      throws JsonFault {
    int run = from + 1;
    int at = special(bytes, run, limit);
    while (at < limit && bytes[at] != '"') {
      if (bytes[at] != '\\') {
        throw cursor.malformedAt(at);
      }
      byte unit = at + 1 < limit ? SHORT_ESCAPES[bytes[at + 1] & 0xff] : 0;
      int next = unit != 0 ? at + 2 : unicodeEnd(cursor, bytes, at, limit);
      if (out != null) {
        out.add(bytes, run, at);
        if (unit != 0) {
          out.addAscii(unit);
        } else {
          out.add(unit(bytes, at));
        }
      }
      run = next;
      at = special(bytes, run, limit);
    }
    if (at >= limit) {
      throw JsonFault.endsEarly();
    }
    if (out != null) {
      out.add(bytes, run, at);
    }
    return at + 1;
  }

  /** Returns where the next quote, backslash or control character is, or the limit. */
  static int special(byte[] bytes, int from, int limit) {
    int at = from;
    for (; at <= limit - Long.BYTES; at += Long.BYTES) {
      long word = (long) WORDS.get(bytes, at);
      // The quote and the control characters are one range once a bit is turned.
      long marks =
          (((word ^ 2 * ONES) - 0x21 * ONES) | ((word ^ BACKSLASHES) - ONES)) & ~word & HIGHS;
      if (marks != 0) { // the lowest mark is right, those above it may not be
        return at + Long.numberOfTrailingZeros(marks) / Byte.SIZE;
      }
    }
    while (at < limit
        && (bytes[at] < 0 || bytes[at] >= ' ')
        && bytes[at] != '"'
        && bytes[at] != '\\') {
      at++;
    }
    return at;
  }

  static boolean hasEscape(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != '\\') {
      at++;
    }
    return at < to;
  }

  /** Returns where the first byte is that is not ASCII, or the limit. */
  static int asciiEnd(byte[] bytes, int from, int limit) {
    int at = from;
    while (at <= limit - Long.BYTES && ((long) WORDS.get(bytes, at) & HIGHS) == 0) {
      at += Long.BYTES;
    }
    while (at < limit && bytes[at] >= 0) {
      at++;
    }
    return at;
  }

  private static int unicodeEnd(JsonCursor cursor, byte[] bytes, int from, int limit)
      throws JsonFault {
    if (from + 1 < limit && bytes[from + 1] != 'u') {
      throw cursor.malformedAt(from);
    }
    for (int i = from + 2; i < from + UNICODE; i++) {
      if (i >= limit) {
        throw JsonFault.endsEarly();
      }
      if (Character.digit(bytes[i], 16) < 0) {
        throw cursor.malformedAt(i);
      }
    }
    return from + UNICODE;
  }

  /** Returns the character, or the half of one, that an escape by number stands for. */
  static char unit(byte[] bytes, int at) {
    return (char)
        (digit(bytes[at + 2]) << 12
            | digit(bytes[at + 3]) << 8
            | digit(bytes[at + 4]) << 4
            | digit(bytes[at + 5]));
  }

  private static int digit(byte hex) {
    return (hex & 0xf) + (hex > '9' ? 9 : 0);
  }
}
