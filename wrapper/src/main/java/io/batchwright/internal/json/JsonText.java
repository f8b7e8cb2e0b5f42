package io.batchwright.internal.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts of JSON, as the bytes between their quotes. */
public final class JsonText {
  static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  static final long HIGHS = 0x8080808080808080L;
  private static final long BACKSLASHES = '\\' * ONES;

  private static final boolean[] SHORT_ESCAPES = new boolean[Byte.MAX_VALUE + 1];

  static {
    "\"\\/bfnrt".chars().forEach(letter -> SHORT_ESCAPES[letter] = true);
  }

  private static final int UNICODE = 6; // bytes of an escape by number

  private JsonText() {}

  /**
   * Gives the place behind the closing quote.
   *
   * @param cursor makes the exceptions
   * @param from where the opening quote is
   */
  static int end(JsonCursor cursor, byte[] bytes, int from, int limit) throws JsonFault {
    int i = from + 1;
    // So far that an escape of two bytes at the end of a word is still within the limit.
    int last = limit - Long.BYTES - 1;
    while (i <= last) {
      i = special(bytes, i, last);
      if (i > last) {
        break;
      }
      i += lowest(special((long) WORDS.get(bytes, i)));
      if (bytes[i] == '"') {
        return i + 1;
      }
      i = bytes[i] == '\\' && isShortEscape(bytes[i + 1]) ? i + 2 : behind(cursor, bytes, i, limit);
    }
    while (i < limit && bytes[i] != '"') {
      i = behind(cursor, bytes, i, limit);
    }
    if (i >= limit) {
      throw JsonFault.endsEarly();
    }
    return i + 1;
  }

  /** Goes on word by word to one that has something special in it, or beyond the last. */
  private static int special(byte[] bytes, int from, int last) {
    int i = from;
    while (i <= last && special((long) WORDS.get(bytes, i)) == 0) {
      i += Long.BYTES;
    }
    return i;
  }

  /**
   * Marks the bytes of a word that are a quote, a backslash or a control character by their high
   * bit; what is marked above the lowest of these means nothing. The quote and the control
   * characters are one range once a bit is turned.
   */
  private static long special(long word) {
    return (((word ^ 2 * ONES) - 0x21 * ONES) | ((word ^ BACKSLASHES) - ONES)) & ~word & HIGHS;
  }

  /** Gives the number of the lowest byte that is marked in a word. */
  static int lowest(long marks) {
    return Long.numberOfTrailingZeros(marks) / Byte.SIZE;
  }

  /** Gives the place behind a byte of a text, or behind the escape that begins there. */
  private static int behind(JsonCursor cursor, byte[] bytes, int at, int limit) throws JsonFault {
    if (bytes[at] == '\\') {
      return escapeEnd(cursor, bytes, at, limit);
    }
    if (bytes[at] >= 0 && bytes[at] < ' ') {
      throw cursor.malformedAt(at);
    }
    return at + 1;
  }

  private static int escapeEnd(JsonCursor cursor, byte[] bytes, int from, int limit)
      throws JsonFault {
    if (from + 1 == limit) {
      throw JsonFault.endsEarly();
    }
    if (isShortEscape(bytes[from + 1])) {
      return from + 2;
    }
    if (bytes[from + 1] != 'u') {
      throw cursor.malformedAt(from);
    }
    for (int i = from + 2; i < from + UNICODE; i++) {
      if (i == limit) {
        throw JsonFault.endsEarly();
      }
      if (Character.digit(bytes[i], 16) < 0) {
        throw cursor.malformedAt(i);
      }
    }
    return from + UNICODE;
  }

  private static boolean isShortEscape(byte letter) {
    return letter > 0 && SHORT_ESCAPES[letter];
  }

  static boolean startsWith(byte[] bytes, int from, int limit, byte[] start) {
    int to = from + start.length;
    return to <= limit && Arrays.equals(bytes, from, to, start, 0, start.length);
  }

  /** Compares a checked text with another, which must be ASCII. */
  public static boolean equal(byte[] bytes, int from, int to, String other) {
    int length = other.length();
    if (to - from != length) {
      return to - from > length
          && backslash(bytes, from, to) < to
          && decode(bytes, from, to).equals(other);
    }
    for (int i = 0; i < length; i++) {
      if (bytes[from + i] != other.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Decodes a checked text; what in it is no UTF-8 is replaced. */
  public static String decode(byte[] bytes, int from, int to) {
    int other = plainEnd(bytes, from, to);
    if (other == to) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    String text = NarrowText.decode(bytes, from, other, to);
    if (text == null) {
      text = WideText.decode(bytes, from, to);
    }
    return text == null ? replaced(bytes, from, to) : text;
  }

  private static String replaced(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    int at = from;
    while (at < to) {
      int escape = backslash(bytes, at, to);
      text.append(new String(bytes, at, escape - at, StandardCharsets.UTF_8));
      at = escape;
      if (at < to) {
        text.append(Escapes.unit(bytes, at));
        at += Escapes.length(bytes, at);
      }
    }
    return text.toString();
  }

  /** Marks the bytes of a word that are a backslash or no ASCII as {@link #special} does. */
  static long otherThanPlain(long word) {
    return (word | ((word ^ BACKSLASHES) - ONES)) & HIGHS;
  }

  /** Finds the first byte that is a backslash or no ASCII, or the limit. */
  private static int plainEnd(byte[] bytes, int from, int limit) {
    int i = from;
    while (i <= limit - Long.BYTES && otherThanPlain((long) WORDS.get(bytes, i)) == 0) {
      i += Long.BYTES;
    }
    while (i < limit && bytes[i] >= 0 && bytes[i] != '\\') {
      i++;
    }
    return i;
  }

  /** Finds the first backslash, or the limit. */
  static int backslash(byte[] bytes, int from, int limit) {
    int i = from;
    while (i < limit && bytes[i] != '\\') {
      i++;
    }
    return i;
  }
}
