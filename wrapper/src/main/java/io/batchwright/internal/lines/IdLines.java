package io.batchwright.internal.lines;

import java.util.Arrays;

/**
 * Remembers in which line each id was seen first.
 *
 * <p>An id is known by a hash of 64 bits, so that a million ids take some twenty megabytes. They
 * are spread over parts which grow one at a time, so that growing needs little more. Not
 * thread-safe.
 */
public final class IdLines {
  private static final int PARTS = 64;
  private static final int LEAST = 16;

  /** An odd number whose bits are as good as chance, so that each character reaches all bits. */
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private final Part[] parts = new Part[PARTS];

  public IdLines() {
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

  /** Gives the line in which an id was seen before; 0 if it is new, and seen in this line first. */
  public int put(String id, int line) {
    long hash = hash(id);
    return parts[(int) (hash & (PARTS - 1))].put(hash, line);
  }

  public boolean contains(String id) {
    long hash = hash(id);
    Part part = parts[(int) (hash & (PARTS - 1))];
    return part.lines[part.place(hash)] != 0;
  }

  /** Hashes in a ring, each at its own place or as soon behind it as there is room. */
  private static final class Part {
    private long[] hashes = new long[LEAST];
    private int[] lines = new int[LEAST]; // 0 where there is nothing
    private int size;

    int put(long hash, int line) {
      int place = place(hash);
      if (lines[place] != 0) {
        return lines[place];
      }
      hashes[place] = hash;
      lines[place] = line;
      size++;
      if (size > lines.length / 5 * 4) {
        grow();
      }
      return 0;
    }

    int place(long hash) {
      int place = (int) (((hash >>> Integer.SIZE) * lines.length) >>> Integer.SIZE);
      while (lines[place] != 0 && hashes[place] != hash) {
        place = place + 1 == lines.length ? 0 : place + 1;
      }
      return place;
    }

    private void grow() {
      long[] oldHashes = hashes;
      int[] oldLines = lines;
      hashes = new long[oldHashes.length / 2 * 3];
      lines = new int[hashes.length];
      for (int i = 0; i < oldLines.length; i++) {
        if (oldLines[i] != 0) {
          int place = place(oldHashes[i]);
          hashes[place] = oldHashes[i];
          lines[place] = oldLines[i];
        }
      }
    }
  }
}
