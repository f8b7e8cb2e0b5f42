package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.internal.Alphabet;
import io.batchwright.sandbox.internal.IdForm;
import io.batchwright.sandbox.internal.Ids;

/** Ids of the requests inside a batch, which look like UUIDs. */
final class RequestIds {
  private static final IdForm DIGITS = new IdForm("", Alphabet.HEX, 32);

  private RequestIds() {}

  static String of(Ids ids, long number) {
    String digits = ids.id(DIGITS, number);
    return String.join(
        "-",
        digits.substring(0, 8),
        digits.substring(8, 12),
        digits.substring(12, 16),
        digits.substring(16, 20),
        digits.substring(20));
  }
}
