package io.batchwright.internal.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One string for each of the names that occur again and again. Not thread-safe. */
final class NameCache {
  private static final int SIZE = 1 << 8;
  private static final int LONGEST = 40;

  private final String[] names = new String[SIZE];

  NameCache() {
    Arrays.fill(names, "");
  }

  /** Returns the name between two places if it is known. */
  @Nullable String find(byte[] bytes, int from, int to) {
    String known = names[slot(bytes, from, to)];
    return equal(bytes, from, to, known) ? known : null;
  }

  /** Adds a name that is short, and has neither escapes nor more than one byte a character. */
  String add(byte[] bytes, int from, int to, String name) {
    if (name.length() == to - from && name.length() <= LONGEST) {
      names[slot(bytes, from, to)] = name;
    }
    return name;
  }

  private static int slot(byte[] bytes, int from, int to) {
    int hash = to - from;
    for (int i = from; i < Math.min(to, from + LONGEST); i++) {
      hash = hash * 31 + bytes[i];
    }
    return (hash ^ (hash >>> 16)) & (SIZE - 1);
  }

  static boolean equal(byte[] bytes, int from, int to, String ascii) {
    boolean equal = to - from == ascii.length();
    for (int i = 0; equal && i < ascii.length(); i++) {
      equal = bytes[from + i] == ascii.charAt(i);
    }
    return equal;
  }
}
