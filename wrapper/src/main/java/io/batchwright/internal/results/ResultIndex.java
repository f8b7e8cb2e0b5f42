package io.batchwright.internal.results;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Says in which order results come, and where each is kept. Not thread-safe. */
final class ResultIndex {
  private final Longs keys = new Longs();
  private final Longs places = new Longs();
  private ResultOrder order;
  private boolean ordered = true;
  private long[] sequence = {};

  ResultIndex(ResultOrder order) {
    this.order = order;
  }

  /** Adds a result and where it is kept; one without an id comes last. */
  void add(@Nullable String id, long place) {
    long key = id == null ? Long.MAX_VALUE : order.keyOf(id);
    ordered &= key != ResultOrder.NONE;
    keys.add(key);
    places.add(place);
  }

  /** Sorts what was added; equal keys stay as they came. */
  void sort() {
    order = id -> ResultOrder.NONE; // which frees the one before: it may be large
    sequence = ordered ? ranks() : new long[keys.size()];
    for (int i = 0; i < sequence.length; i++) {
      sequence[i] = sequence[i] << Integer.SIZE | i;
    }
    Arrays.sort(sequence);
  }

  /** Gives each key a number that fits beside its place: equal ones for equal keys. */
  private long[] ranks() {
    long[] sorted = keys.toArray();
    Arrays.sort(sorted);
    long[] ranks = new long[sorted.length];
    Arrays.setAll(ranks, i -> Arrays.binarySearch(sorted, keys.get(i)));
    return ranks;
  }

  int size() {
    return sequence.length;
  }

  /** Gives where the result is kept that comes after so many others. */
  long place(int others) {
    return places.get((int) sequence[others]);
  }
}
