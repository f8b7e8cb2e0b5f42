package io.batchwright.sandbox.internal;

import java.util.SplittableRandom;

/** Shuffles. */
final class Order {
  private Order() {}

  /** The numbers below {@code size}. */
  static int[] sorted(int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) order[i] = i;
    return order;
  }

  /** The numbers below {@code size} in an order that depends on the seed and is never sorted. */
  static int[] shuffled(int size, long seed) {
    int[] order = sorted(size);
    SplittableRandom random = new SplittableRandom(seed);
    boolean sorted = true;
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      sorted &= i == j;
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    if (sorted && size > 1) {
      order[0] = 1;
      order[1] = 0;
    }
    return order;
  }
}
