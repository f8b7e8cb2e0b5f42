package io.batchwright.internal.jsonl;

import java.util.Arrays;

/** Keys to take out again, each as often as it is in. Not thread-safe. */
final class KeyBag {
  private final long[] keys;
  private final int[] counts;
  private final int distinct;
  private int left;

  /** Takes over sorted keys. */
  KeyBag(long... keys) {
    this.keys = keys;
    this.counts = new int[keys.length];
    this.left = keys.length;
    int last = -1;
    for (long key : keys) {
      if (last < 0 || keys[last] != key) {
        last++;
        keys[last] = key;
      }
      counts[last]++;
    }
    this.distinct = last + 1;
  }

  boolean isEmpty() {
    return left == 0;
  }

  /** Takes a key out once, if it is in. */
  boolean take(long key) {
    int place = left == 0 ? -1 : Arrays.binarySearch(keys, 0, distinct, key);
    if (place < 0 || counts[place] == 0) {
      return false;
    }
    counts[place]--;
    left--;
    return true;
  }
}
