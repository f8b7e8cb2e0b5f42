package io.batchwright.internal.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Joins strings of their parts and escapes, and decodes them; what is not UTF-8 is replaced. Its
 * arrays are reused, since {@code String} allocates three more to decode UTF-8. Not thread-safe.
 */
final class TextDecoder {
  private static final int KEPT = 16 << 10; // larger arrays are used once

  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final CharBuffer decoded = CharBuffer.allocate(KEPT);
  private byte[] joined = new byte[KEPT];
  private int length;
  private char high; // the first half of a character whose second half may follow, or 0
  private StringBuilder wide = new StringBuilder(); // up to the last half without another

  void add(byte[] bytes, int from, int to) {
    if (from == to) {
      return;
    }
    endPair();
    need(to - from);
    System.arraycopy(bytes, from, joined, length, to - from);
    length += to - from;
  }

  void addAscii(byte character) {
    endPair();
    need(1);
    joined[length++] = character;
  }

  /** Adds a character, or the half of one. */
  void add(char unit) {
    if (high != 0 && Character.isLowSurrogate(unit)) {
      int character = Character.toCodePoint(high, unit);
      high = 0;
      addUtf8(character);
      return;
    }
    endPair();
    if (Character.isHighSurrogate(unit)) {
      high = unit;
    } else if (Character.isLowSurrogate(unit)) {
      widen(unit);
    } else {
      addUtf8(unit);
    }
  }

  private void addUtf8(int character) {
    need(4);
    if (character <= 0x7f) {
      joined[length++] = (byte) character;
      return;
    }
    if (character <= 0x7ff) {
      joined[length++] = (byte) (0xc0 | character >> 6);
    } else if (character <= 0xffff) {
      joined[length++] = (byte) (0xe0 | character >> 12);
      joined[length++] = (byte) (0x80 | (character >> 6 & 0x3f));
    } else {
      joined[length++] = (byte) (0xf0 | character >> 18);
      joined[length++] = (byte) (0x80 | (character >> 12 & 0x3f));
      joined[length++] = (byte) (0x80 | (character >> 6 & 0x3f));
    }
    joined[length++] = (byte) (0x80 | (character & 0x3f));
  }

  private void endPair() {
    if (high != 0) {
      widen(high);
      high = 0;
    }
  }

  private void need(int more) {
    if (length + more > joined.length) {
      joined = Arrays.copyOf(joined, Math.max(length + more, 2 * joined.length));
    }
  }

  /** Adds half of a character, which UTF-8 has no form for. */
  private void widen(char half) {
    wide.append(decode(joined, 0, length)).append(half);
    length = 0;
  }

  /** Returns what was added. */
  String text() {
    endPair();
    String rest = decode(joined, 0, length);
    return wide.isEmpty() ? rest : wide.append(rest).toString();
  }

  /** Decodes a string without escapes, which may be what was joined. */
  String decode(byte[] bytes, int from, int to) {
    if (JsonText.asciiEnd(bytes, from, to) == to) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    need(to - from - length);
    int narrow = 0; // characters so far, each of one byte as in ISO 8859-1
    int at = from;
    while (at < to) {
      int end = JsonText.asciiEnd(bytes, at, to);
      System.arraycopy(bytes, at, joined, narrow, end - at);
      narrow += end - at;
      at = end;
      if (at + 1 >= to || (bytes[at] & 0xfe) != 0xc2 || bytes[at + 1] >= (byte) 0xc0) {
        break;
      }
      joined[narrow++] = (byte) ((bytes[at] << 6) | (bytes[at + 1] & 0x3f));
      at += 2;
    }
    if (at == to) {
      return new String(joined, 0, narrow, StandardCharsets.ISO_8859_1);
    }
    CharBuffer chars = to - from <= KEPT ? decoded.clear() : CharBuffer.allocate(to - from);
    for (int i = 0; i < narrow; i++) {
      chars.put((char) (joined[i] & 0xff));
    }
    utf8.reset().decode(ByteBuffer.wrap(bytes, at, to - at), chars, true);
    return chars.flip().toString();
  }

  /** Drops what was added. */
  void clear() {
    length = 0;
    high = 0;
    joined = joined.length > KEPT ? new byte[KEPT] : joined;
    if (wide.capacity() > KEPT) {
      wide = new StringBuilder();
    }
    wide.setLength(0);
  }
}
