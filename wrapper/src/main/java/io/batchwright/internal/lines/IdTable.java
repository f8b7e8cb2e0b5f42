package io.batchwright.internal.lines;

import java.util.Arrays;

/**
 * A number for each of many custom ids, such as the line in which an id was first seen.
 *
 * <p>An id is known by a hash of 64 bits, so that a million ids take some twenty megabytes; two of
 * a million have the same hash with a chance of about one in thirty million. Hashes are spread over
 * parts that grow one at a time, so that growing needs little more memory. Not thread-safe.
 */
public final class IdTable {
  private static final int PARTS = 64;
  private static final int FIRST_SLOTS = 16;

  /** An odd number without a pattern in its bits, so that each character reaches all bits. */
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private final Part[] parts = new Part[PARTS];

  public IdTable() {
    Arrays.setAll(parts, i -> new Part());
  }

  /** Returns a hash of an id. */
  public static long hash(String id) {
    long hash = id.length();
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * SPREAD;
      hash ^= hash >>> Integer.SIZE;
    }
    return hash;
  }

  /** Returns the number that an id has already; 0 if it is new, and then stores this number. */
  public int put(String id, int number) {
    long hash = hash(id);
    int earlier = get(hash);
    if (earlier == 0) {
      add(hash, number);
    }
    return earlier;
  }

  public boolean contains(String id) {
    return get(hash(id)) != 0;
  }

  /** Returns the number of the id with a hash, or 0. */
  public int get(long hash) {
    Part part = part(hash);
    return part.numbers[part.slot(stored(hash))];
  }

  /** Adds to the number of the id with a hash, which is 0 at first. */
  public void add(long hash, int amount) {
    part(hash).add(stored(hash), amount);
  }

  private Part part(long hash) {
    return parts[(int) hash & (PARTS - 1)];
  }

  /** Replaces the hash that marks a free slot. */
  private static long stored(long hash) {
    return hash == 0 ? 1 : hash;
  }

  /** Hashes in a ring, each in its own slot or in the next free one after it. */
  private static final class Part {
    private long[] hashes = new long[FIRST_SLOTS]; // 0 in a free slot
    private int[] numbers = new int[FIRST_SLOTS];
    private int size;

    int slot(long hash) {
      int slot = (int) (((hash >>> Integer.SIZE) * hashes.length) >>> Integer.SIZE);
      while (hashes[slot] != 0 && hashes[slot] != hash) {
        slot = slot + 1 == hashes.length ? 0 : slot + 1;
      }
      return slot;
    }

    void add(long hash, int amount) {
      int slot = slot(hash);
      numbers[slot] += amount;
      if (hashes[slot] == 0) {
        hashes[slot] = hash;
        size++;
        if (size > hashes.length / 5 * 4) {
          grow();
        }
      }
    }

    private void grow() {
      long[] oldHashes = hashes;
      int[] oldNumbers = numbers;
      hashes = new long[oldHashes.length / 2 * 3];
      numbers = new int[hashes.length];
      size = 0;
      for (int i = 0; i < oldHashes.length; i++) {
        if (oldHashes[i] != 0) {
          add(oldHashes[i], oldNumbers[i]);
        }
      }
    }
  }
}
