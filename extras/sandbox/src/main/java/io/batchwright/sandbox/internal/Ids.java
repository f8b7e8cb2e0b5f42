package io.batchwright.sandbox.internal;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Names that look random, are the same for the same seed, and (for batches) can be read back. */
public final class Ids {
  private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final int NUMBER_DIGITS = 8;

  private final long seed;
  private final long mask;
  private final AtomicLong requests = new AtomicLong();

  Ids(long seed) {
    this.seed = seed;
    this.mask = new SplittableRandom(seed).nextLong() & ((1L << 46) - 1); // below 58^8
  }

  /** An id with random-looking digits that stand for the number. */
  public String id(String prefix, int digits, long number) {
    StringBuilder id = new StringBuilder(prefix);
    SplittableRandom random =
        new SplittableRandom(seed ^ prefix.hashCode() ^ number * 0x9E3779B97F4A7C15L);
    for (int i = 0; i < digits; i++) id.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
    return id.toString();
  }

  /** The next id of an HTTP request. */
  public String requestId(String prefix) {
    return id(prefix, 22, requests.incrementAndGet());
  }

  /** An id that {@link #number} can read back, so that pages go on behind a deleted batch. */
  String batchId(String prefix, long number) {
    StringBuilder digits = new StringBuilder();
    long left = number ^ mask;
    for (int i = 0; i < NUMBER_DIGITS; i++, left /= DIGITS.length()) {
      digits.append(DIGITS.charAt((int) (left % DIGITS.length())));
    }
    return id(prefix, 14, number) + digits;
  }

  /** The number in a batch's id, or 0 if the id was not made here. */
  long number(String prefix, String batchId) {
    int length = batchId.length();
    if (length < NUMBER_DIGITS) return 0;
    long value = 0;
    for (int i = length - 1; i >= length - NUMBER_DIGITS; i--) {
      int digit = DIGITS.indexOf(batchId.charAt(i));
      if (digit < 0) return 0;
      value = value * DIGITS.length() + digit;
    }
    long number = value ^ mask;
    return batchId.equals(batchId(prefix, number)) ? number : 0;
  }
}
