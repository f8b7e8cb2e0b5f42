package io.batchwright.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/** Corrupts bytes at random. */
final class ByteNoise {
  private static final String[] PARTS = {
    "\"", "\\", "{", "}", "[", "]", ":", ",", ",,", "\0", "\t", "\n", "\u001f", "\u007f", " ", "0",
    "-", "e", ".", "true", "fals", "null", "NaN", "'", "/", "//", "/**/", "#", ";", "=", "\\u",
    "\\ud83d", "\\u00e9", "\\x", "\\'", "\\\n", "\\/", "12x", "{}", "[]", "\ufeff", "\u00a0", "\f",
    "\"\"", "\"x\":",
  };
  private static final byte[][] NO_UTF8 = {
    hex("80"),
    hex("bf"),
    hex("c0"),
    hex("c080"),
    hex("c3"),
    hex("e2"),
    hex("e282"),
    hex("e080"),
    hex("eda080"),
    hex("edb080"),
    hex("f09f"),
    hex("f09f98"),
    hex("f4908080"),
    hex("f8888080"),
    hex("fe"),
    hex("ff"),
    hex("efbb")
  };

  private final Random random;

  ByteNoise(Random random) {
    this.random = random;
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  byte[] spoil(byte[] bytes) {
    byte[] spoilt = bytes;
    for (int times = 1 + random.nextInt(random.nextInt(4) == 0 ? 4 : 1); times > 0; times--) {
      spoilt = once(spoilt);
    }
    return spoilt;
  }

  private byte[] once(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, at + 1 + random.nextInt(random.nextInt(3) == 0 ? 20 : 1));
    return switch (random.nextInt(10)) {
      case 0 -> put(bytes, at, end, new byte[] {(byte) random.nextInt(256)});
      case 1 -> put(bytes, at, end, part());
      case 2 -> put(bytes, at, end, new byte[0]);
      case 3, 4 -> put(bytes, at, at, part());
      case 5, 6 -> put(bytes, at, at, NO_UTF8[random.nextInt(NO_UTF8.length)]);
      case 7 -> Arrays.copyOf(bytes, at);
      case 8 -> put(bytes, at, at, Arrays.copyOfRange(bytes, random.nextInt(at + 1), at));
      default -> flipped(bytes, at);
    };
  }

  private byte[] part() {
    return PARTS[random.nextInt(PARTS.length)].getBytes(StandardCharsets.UTF_8);
  }

  private byte[] flipped(byte[] bytes, int at) {
    byte[] flipped = bytes.clone();
    if (at < bytes.length) {
      flipped[at] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private static byte[] put(byte[] bytes, int from, int to, byte[] part) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    out.writeBytes(part);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }
}
