package io.batchwright.sandbox.internal;

/** The digits that a kind of id is written in. */
public enum Alphabet {
  BASE58("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"),
  BASE32("0123456789abcdefghjkmnpqrstvwxyz"),
  BASE36("0123456789abcdefghijklmnopqrstuvwxyz"),
  HEX("0123456789abcdef"),
  DECIMAL("0123456789");

  /** How many bits of number an id can hold in any alphabet. */
  static final int NUMBER_BITS = 46;

  private final String digits;
  private final int numberDigits;

  Alphabet(String digits) {
    this.digits = digits;
    this.numberDigits = (int) Math.ceil(NUMBER_BITS * Math.log(2) / Math.log(digits.length()));
  }

  int size() {
    return digits.length();
  }

  char digit(int value) {
    return digits.charAt(value);
  }

  /** The value of a digit, or -1. */
  int value(char digit) {
    return digits.indexOf(digit);
  }

  /** How many digits the largest number takes. */
  int numberDigits() {
    return numberDigits;
  }
}
