package io.batchwright.sandbox.internal;

/** The alphabet of the digits of one kind of id. */
public enum Alphabet {
  BASE58("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"),
  BASE32("0123456789abcdefghjkmnpqrstvwxyz"),
  BASE36("0123456789abcdefghijklmnopqrstuvwxyz"),
  HEX("0123456789abcdef"),
  DECIMAL("0123456789");

  /** The number of bits an id can hold in any alphabet. */
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

  /** The number of digits of the largest number. */
  int numberDigits() {
    return numberDigits;
  }
}
