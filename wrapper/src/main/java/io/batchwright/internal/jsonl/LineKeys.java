package io.batchwright.internal.jsonl;

import java.util.Arrays;

/**
 * Remembers which lines were delivered, eight bytes each.
 *
 * <p>A line's key is a hash of its custom id, or of its bytes if it has none. Two ids of one batch
 * with the same hash could only do harm if a connection drops and the provider then gives the lines
 * in another order: one of the two might come twice and the other not at all. Among a million ids
 * that is a chance of about one in thirty million.
 */
final class LineKeys {
  /** An odd number whose bits are as good as chance, so that each character reaches all bits. */
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private final Longs keys = new Longs();

  static long ofId(String id) {
    long hash = id.length();
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * SPREAD;
      hash ^= hash >>> Integer.SIZE;
    }
    return hash;
  }

  void add(long key) {
    keys.add(key);
  }

  /** Gives all keys, each as often as it was added. */
  KeyBag bag() {
    long[] sorted = keys.toArray();
    Arrays.sort(sorted);
    return new KeyBag(sorted);
  }
}
