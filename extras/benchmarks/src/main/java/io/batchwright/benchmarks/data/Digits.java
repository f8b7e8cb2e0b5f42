package io.batchwright.benchmarks.data;

/** Fixed-width numbers, without the cost of a formatter for each of a million lines. */
final class Digits {
  private Digits() {}

  static String padded(int number, int width) {
    String digits = Integer.toString(number);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }
}
