package io.batchwright.internal.json;

import java.util.Arrays;

/** Gives one text for each of the names that come again and again. Not thread-safe. */
final class NameCache {
  private static final int SIZE = 1 << 8;
  private static final int LONGEST = 40;

  private final String[] names = new String[SIZE];

  NameCache() {
    Arrays.fill(names, "");
  }

  /** Gives the name between two places. */
  String name(byte[] bytes, int from, int to) {
    if (to - from > LONGEST) {
      return JsonText.decode(bytes, from, to);
    }
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    int place = (hash ^ (hash >>> 16)) & (SIZE - 1);
    String known = names[place];
    if (JsonText.equal(bytes, from, to, known)) {
      return known;
    }
    String name = JsonText.decode(bytes, from, to);
    if (name.length() == to - from) { // it has no escapes, nor more than one byte a character
      names[place] = name;
    }
    return name;
  }
}
