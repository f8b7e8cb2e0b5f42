package io.batchwright.internal.results;

import java.util.ArrayList;
import java.util.List;

/** A growing list of numbers, eight bytes each, which never moves what it holds. */
final class Longs {
  private static final int CHUNK = 1 << 13;

  private final List<long[]> chunks = new ArrayList<>();
  private int size;

  void add(long number) {
    if (size == chunks.size() * CHUNK) {
      chunks.add(new long[CHUNK]);
    }
    chunks.get(size / CHUNK)[size % CHUNK] = number;
    size++;
  }

  long get(int place) {
    return chunks.get(place / CHUNK)[place % CHUNK];
  }

  /** Forgets all, and keeps the room for as many again. */
  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  long[] toArray() {
    long[] all = new long[size];
    for (int i = 0; i < size; i += CHUNK) {
      System.arraycopy(chunks.get(i / CHUNK), 0, all, i, Math.min(CHUNK, size - i));
    }
    return all;
  }
}
