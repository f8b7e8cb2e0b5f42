package io.batchwright.sandbox.internal;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that look random, are reproducible from a seed and, where needed, can be decoded. */
public final class Ids {
  /**
   * Differs from the generator's own step; otherwise one number's digits would be the next one's,
   * shifted.
   */
  private static final long STEP = 0xD1342543DE82EF95L;

  private final long seed;
  private final long mask;
  private final AtomicLong requests = new AtomicLong();

  Ids(long seed) {
    this.seed = seed;
    this.mask = new SplittableRandom(seed).nextLong() & ((1L << Alphabet.NUMBER_BITS) - 1);
  }

  /** An id whose random-looking digits encode the number. */
  public String id(IdForm form, long number) {
    return digits(form, form.digits(), number);
  }

  private String digits(IdForm form, int count, long number) {
    StringBuilder id = new StringBuilder(form.prefix());
    Alphabet alphabet = form.alphabet();
    SplittableRandom random = new SplittableRandom(seed ^ form.prefix().hashCode() ^ number * STEP);
    for (int i = 0; i < count; i++) id.append(alphabet.digit(random.nextInt(alphabet.size())));
    return id.toString();
  }

  /** The next id of an HTTP request. */
  public String requestId(IdForm form) {
    return id(form, requests.incrementAndGet());
  }

  /** An id that {@link #number} can decode, so that paging continues after deleted items. */
  public String numbered(IdForm form, long number) {
    Alphabet alphabet = form.alphabet();
    StringBuilder digits = new StringBuilder();
    long left = number ^ mask;
    for (int i = 0; i < alphabet.numberDigits(); i++, left /= alphabet.size()) {
      digits.append(alphabet.digit((int) (left % alphabet.size())));
    }
    return digits(form, form.digits() - alphabet.numberDigits(), number) + digits;
  }

  /** The number in a numbered id, or 0 if the id was not created here. */
  public long number(IdForm form, String id) {
    Alphabet alphabet = form.alphabet();
    int length = id.length();
    if (length < alphabet.numberDigits()) return 0;
    long value = 0;
    for (int i = length - 1; i >= length - alphabet.numberDigits(); i--) {
      int digit = alphabet.value(id.charAt(i));
      if (digit < 0) return 0;
      value = value * alphabet.size() + digit;
    }
    long number = value ^ mask;
    return id.equals(numbered(form, number)) ? number : 0;
  }
}
