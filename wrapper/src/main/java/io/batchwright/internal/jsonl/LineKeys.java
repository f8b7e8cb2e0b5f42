package io.batchwright.internal.jsonl;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Remembers which lines were delivered, eight bytes each.
 *
 * <p>A line's key is a hash of its custom id, or of its bytes if it has none. Two ids of one batch
 * with the same hash could only do harm if a connection drops and the provider then gives the lines
 * in another order: one of the two might come twice and the other not at all. Among a million ids
 * that is a chance of about one in thirty million.
 */
final class LineKeys {
  private static final int CHUNK = 1 << 13;

  private final List<long[]> chunks = new ArrayList<>();
  private int count;

  static long ofId(String id) {
    return Checksum64.of(id.getBytes(StandardCharsets.UTF_8));
  }

  void add(long key) {
    int place = count % CHUNK;
    if (place == 0) {
      chunks.add(new long[CHUNK]);
    }
    chunks.get(count / CHUNK)[place] = key;
    count++;
  }

  /** Gives all keys, each as often as it was added. */
  KeyBag bag() {
    long[] keys = new long[count];
    for (int i = 0; i < count; i += CHUNK) {
      System.arraycopy(chunks.get(i / CHUNK), 0, keys, i, Math.min(CHUNK, count - i));
    }
    Arrays.sort(keys);
    return new KeyBag(keys);
  }
}
