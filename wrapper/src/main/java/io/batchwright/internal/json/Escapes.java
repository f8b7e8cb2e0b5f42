package io.batchwright.internal.json;

/** Escapes in texts that were checked. */
final class Escapes {
  private static final int BY_LETTER = 2;
  private static final int BY_NUMBER = 6;

  private Escapes() {}

  /** Gives how many bytes an escape has. */
  static int length(byte[] bytes, int at) {
    return bytes[at + 1] == 'u' ? BY_NUMBER : BY_LETTER;
  }

  /** Gives the character that an escape stands for, or the half of one. */
  static char unit(byte[] bytes, int at) {
    byte letter = bytes[at + 1];
    return switch (letter) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> number(bytes, at + BY_LETTER);
      default -> (char) letter;
    };
  }

  private static char number(byte[] bytes, int from) {
    int unit = 0;
    for (int i = from; i < from + BY_NUMBER - BY_LETTER; i++) {
      unit = (unit << 4) | Character.digit(bytes[i], 16);
    }
    return (char) unit;
  }
}
