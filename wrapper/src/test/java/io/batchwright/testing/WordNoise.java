package io.batchwright.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;

/** Generates random texts and numbers, and writes texts with any of JSON's escapes. */
final class WordNoise {
  private static final String[] ODD = {
    "\"", "\\", "/", "\b", "\f", "\n", "\r", "\t", "\0", "\u001f", "\u007f", "\u0080", "é",
    "\u07ff", "\u0800", "\u2028", "\ufeff", "\ufffd", "\uffff", "\ud7ff", "\ue000", "😀", "\ud83d",
    "\ude00", "\ud800", "\udfff", "漢", "'", "{", "}", "[", "]", ":", ",", "\\u0041", "\\n", " "
  };
  private static final String[] NUMBERS = {
    "0",
    "-0",
    "0.0",
    "-0.0e0",
    "1",
    "-1",
    "7",
    "20",
    "200",
    "500",
    "429",
    "1e3",
    "1E+2",
    "15e-1",
    "1.5e-3",
    "12.75",
    "1e999",
    "-1E-999",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "9007199254740993",
    "9007199254740992.5",
    "123456789012345678901234567890.5",
    "2147483648"
  };
  private static final String[] NO_NUMBERS = {
    "01",
    "-",
    "1.",
    ".5",
    "+1",
    "1e",
    "1e+",
    "0x1",
    "NaN",
    "Infinity",
    "-Infinity",
    "1_0",
    "1a",
    "--1",
    "00",
    "-01",
    "1.e1",
    "1\"",
    "1/",
    "1.5.5",
    "0e",
    "1f"
  };
  private static final int KEPT = 16 << 10; // where the code under test changes its behaviour
  private static final int LONGEST_NUMBER = 1023;

  private final Random random;

  WordNoise(Random random) {
    this.random = random;
  }

  String text() {
    if (random.nextInt(1_000) == 0) {
      return "x".repeat(KEPT - random.nextInt(24)) + odd() + "y".repeat(random.nextInt(12));
    }
    int length = random.nextInt(random.nextInt(8) == 0 ? 200 : 30);
    StringBuilder text = new StringBuilder(length);
    while (text.length() < length) {
      if (random.nextInt(3) == 0) {
        text.append(odd());
      } else {
        text.append("abcdefghijklmnopqrstuvwxyz", 0, random.nextInt(20));
      }
    }
    return text.toString();
  }

  private String odd() {
    return ODD[random.nextInt(ODD.length)];
  }

  String number() {
    if (random.nextInt(150) == 0) {
      String start = random.nextBoolean() ? "-1." : "1";
      return start + "7".repeat(LONGEST_NUMBER - 3 - start.length() + random.nextInt(6));
    }
    if (random.nextInt(150) == 0) {
      return NO_NUMBERS[random.nextInt(NO_NUMBERS.length)];
    }
    return random.nextBoolean()
        ? NUMBERS[random.nextInt(NUMBERS.length)]
        : String.valueOf(random.nextInt(1000) - 20);
  }

  /**
   * Writes a quoted text.
   *
   * @param escaped the share of characters that are escaped without need
   */
  void write(String text, double escaped, ByteArrayOutputStream out) {
    out.write('"');
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      boolean half = Character.getType(point) == Character.SURROGATE;
      boolean must = point < ' ' || point == '"' || point == '\\' || half;
      if (must || random.nextDouble() < escaped) {
        escape(point, out);
      } else if (point < 0x80) {
        out.write(point);
      } else {
        out.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
      }
      at += Character.charCount(point);
    }
    out.write('"');
  }

  private void escape(int point, ByteArrayOutputStream out) {
    int letter = "\"\\/\b\f\n\r\t".indexOf(point);
    if (letter >= 0 && random.nextInt(3) > 0) {
      out.write('\\');
      out.write("\"\\/bfnrt".charAt(letter));
      return;
    }
    for (char unit : Character.toChars(point)) {
      String digits = HexFormat.of().toHexDigits(unit);
      String cased = random.nextBoolean() ? digits : digits.toUpperCase(Locale.ROOT);
      out.writeBytes(("\\u" + cased).getBytes(StandardCharsets.US_ASCII));
    }
  }
}
