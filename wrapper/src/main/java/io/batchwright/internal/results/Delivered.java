package io.batchwright.internal.results;

import io.batchwright.internal.lines.IdTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys of the lines that were delivered, eight bytes each, to recognize them in a response that has
 * them in another order. Not thread-safe.
 *
 * <p>Only such a response puts them into a table. Two lines with the same key could do harm there
 * alone: one might be delivered twice and the other not at all; see {@link IdTable}.
 */
final class Delivered {
  private static final int CHUNK = 1 << 12;

  private final List<long[]> keys = new ArrayList<>();
  private int count;
  private IdTable expected = new IdTable();
  private int missing;

  void add(long key) {
    if (count % CHUNK == 0) {
      keys.add(new long[CHUNK]);
    }
    keys.get(count / CHUNK)[count % CHUNK] = key;
    count++;
  }

  /** Expects all of them once more, in any order. */
  void expectAll() {
    expected = new IdTable();
    for (int i = 0; i < count; i++) {
      expected.add(keys.get(i / CHUNK)[i % CHUNK], 1);
    }
    missing = count;
  }

  /** Returns whether a line was expected, as it is then once less. */
  boolean repeats(long key) {
    if (missing == 0 || expected.get(key) == 0) {
      return false;
    }
    expected.add(key, -1);
    missing--;
    return true;
  }

  /** Returns whether any line is still expected. */
  boolean incomplete() {
    return missing > 0;
  }
}
