package io.batchwright.internal.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts of JSON, as the bytes between their quotes. */
final class JsonText {
  static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  static final long HIGHS = 0x8080808080808080L;

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
    while (true) {
      i = plainTo(bytes, i, limit);
      if (i == limit) {
        throw JsonFault.endsEarly();
      }
      if (bytes[i] == '"') {
        return i + 1;
      }
      if (bytes[i] != '\\') {
        throw cursor.malformedAt(i);
      }
      i = escapeEnd(cursor, bytes, i, limit);
    }
  }

  /**
   * Finds the first byte that is a quote, a backslash or a control character, eight at a time.
   *
   * <p>A byte's high bit is left set where it is one; what is left above the lowest of these means
   * nothing. The quote and the control characters are one range once a bit is turned.
   */
  private static int plainTo(byte[] bytes, int from, int limit) {
    int i = from;
    for (; i <= limit - Long.BYTES; i += Long.BYTES) {
      long word = (long) WORDS.get(bytes, i);
      long slash = word ^ '\\' * ONES;
      long found = (((word ^ 2 * ONES) - 0x21 * ONES & ~word) | (slash - ONES & ~slash)) & HIGHS;
      if (found != 0) {
        return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    while (i < limit && isPlain(bytes[i])) {
      i++;
    }
    return i;
  }

  private static boolean isPlain(byte b) {
    return b < 0 || (b >= ' ' && b != '"' && b != '\\');
  }

  private static int escapeEnd(JsonCursor cursor, byte[] bytes, int from, int limit)
      throws JsonFault {
    if (from + 1 == limit) {
      throw JsonFault.endsEarly();
    }
    switch (bytes[from + 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
        return from + 2;
      }
      case 'u' -> {
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
      default -> throw cursor.malformedAt(from);
    }
  }

  static boolean startsWith(byte[] bytes, int from, int limit, byte[] start) {
    int to = from + start.length;
    return to <= limit && Arrays.equals(bytes, from, to, start, 0, start.length);
  }

  /** Compares a checked text with another, which must be ASCII. */
  static boolean equal(byte[] bytes, int from, int to, String other) {
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

  /** Decodes a checked text. */
  static String decode(byte[] bytes, int from, int to) {
    int escape = backslash(bytes, from, to);
    return escape == to
        ? new String(bytes, from, to - from, StandardCharsets.UTF_8)
        : new Unescaping(bytes, from, to).text(escape);
  }

  /** Finds the first backslash, eight bytes at a time, or the limit. */
  static int backslash(byte[] bytes, int from, int limit) {
    int i = from;
    for (; i <= limit - Long.BYTES; i += Long.BYTES) {
      long word = (long) WORDS.get(bytes, i) ^ '\\' * ONES;
      long found = word - ONES & ~word & HIGHS;
      if (found != 0) {
        return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    while (i < limit && bytes[i] != '\\') {
      i++;
    }
    return i;
  }
}
