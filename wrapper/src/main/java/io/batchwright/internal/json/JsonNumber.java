package io.batchwright.internal.json;

import org.jspecify.annotations.Nullable;

/** Numbers of JSON, as they are written. */
final class JsonNumber {
  /** Gson's strict reader takes no longer ones. */
  private static final int LONGEST = 1023;

  /** Whole numbers are exact up to here in a double; beyond it a number is no count of anything. */
  private static final double MOST = 1L << 53;

  private JsonNumber() {}

  /** Returns the place after a number. */
  static int end(JsonCursor cursor, byte[] bytes, int from, int limit) throws JsonFault {
    int whole = bytes[from] == '-' ? from + 1 : from;
    int at = digits(cursor, bytes, whole, limit);
    if (bytes[whole] == '0' && at > whole + 1) {
      throw cursor.malformedAt(whole);
    }
    if (at < limit && bytes[at] == '.') {
      at = digits(cursor, bytes, at + 1, limit);
    }
    if (at < limit && (bytes[at] == 'e' || bytes[at] == 'E')) {
      boolean signed = at + 1 < limit && (bytes[at + 1] == '+' || bytes[at + 1] == '-');
      at = digits(cursor, bytes, signed ? at + 2 : at + 1, limit);
    }
    if (at - from > LONGEST) {
      throw cursor.malformedAt(from);
    }
    // Before any other byte, what was read is no number.
    if (at < limit && " \t\n\r\f,:[]{}".indexOf(bytes[at]) < 0) {
      throw cursor.malformedAt(at);
    }
    return at;
  }

  private static int digits(JsonCursor cursor, byte[] bytes, int from, int limit) throws JsonFault {
    int at = from;
    while (at < limit && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    if (at == from) {
      throw at == limit ? JsonFault.endsEarly() : cursor.malformedAt(at);
    }
    return at;
  }

  /** Returns a whole number, or the whole part of another; null if the word is no such number. */
  static @Nullable Long whole(String word) {
    try {
      return Long.valueOf(word);
    } catch (NumberFormatException e) {
      return fraction(word);
    }
  }

  private static @Nullable Long fraction(String word) {
    try {
      double value = Double.parseDouble(word);
      return Math.abs(value) < MOST ? (long) value : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
