package io.batchwright.internal.jsonl;

import java.nio.charset.StandardCharsets;
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
  private final Longs keys = new Longs();

  static long ofId(String id) {
    return Checksum64.of(id.getBytes(StandardCharsets.UTF_8));
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
