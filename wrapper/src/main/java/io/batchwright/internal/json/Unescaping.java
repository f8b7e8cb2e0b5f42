package io.batchwright.internal.json;

import java.nio.charset.StandardCharsets;

/**
 * Turns a checked text with escapes into characters, through the UTF-8 that it would be without
 * them: an escape is never shorter than what it stands for. For one text.
 */
final class Unescaping {
  private static final int PAIR = 12; // bytes of two escapes by number

  /** Longer texts get an array of their own, so that no large one is kept. */
  private static final int KEPT = 16 << 10;

  private static final Spare<byte[]> SPARE = new Spare<>(() -> new byte[KEPT]);

  private final byte[] bytes;
  private final int from;
  private final int to;
  private final byte[] out;
  private int length;

  Unescaping(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    // Whole words are written, of which the last may reach beyond the text.
    int room = to - from + Long.BYTES;
    this.out = room <= KEPT ? SPARE.take() : new byte[room];
  }

  String text() {
    int at = from;
    while (at < to) {
      at = copyPlain(at);
      if (at < to) {
        int taken = bytes[at + 1] == 'u' ? unicode(at) : plain(at);
        if (taken == 0) {
          return byCharacters();
        }
        at += taken;
      }
    }
    String text = new String(out, 0, length, StandardCharsets.UTF_8);
    if (out.length == KEPT) {
      SPARE.giveBack(out);
    }
    return text;
  }

  /** Copies what is before the next backslash, and gives its place, or the end. */
  private int copyPlain(int start) {
    int at = start;
    while (at <= to - Long.BYTES) {
      long word = (long) JsonText.WORDS.get(bytes, at);
      JsonText.WORDS.set(out, length, word);
      long found = JsonText.backslashes(word);
      int taken = found == 0 ? Long.BYTES : Long.numberOfTrailingZeros(found) / Byte.SIZE;
      at += taken;
      length += taken;
      if (found != 0) {
        return at;
      }
    }
    while (at < to && bytes[at] != '\\') {
      out[length++] = bytes[at++];
    }
    return at;
  }

  private int plain(int escape) {
    out[length++] = letter(bytes[escape + 1]);
    return 2;
  }

  private static byte letter(byte escape) {
    return switch (escape) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escape;
    };
  }

  /** Takes one character, and gives how long its escape is; 0 if it is half of one. */
  private int unicode(int escape) {
    char unit = unit(escape);
    if (!Character.isSurrogate(unit)) {
      encode(unit);
      return PAIR / 2;
    }
    boolean follows =
        escape + PAIR <= to
            && bytes[escape + PAIR / 2] == '\\'
            && bytes[escape + PAIR / 2 + 1] == 'u';
    char low = follows ? unit(escape + PAIR / 2) : 0;
    if (!Character.isSurrogatePair(unit, low)) {
      return 0;
    }
    encode(Character.toCodePoint(unit, low));
    return PAIR;
  }

  private char unit(int escape) {
    int unit = 0;
    for (int i = escape + 2; i < escape + PAIR / 2; i++) {
      unit = unit << 4 | Character.digit(bytes[i], 16);
    }
    return (char) unit;
  }

  private void encode(int point) {
    if (point < 0x80) {
      out[length++] = (byte) point;
    } else if (point < 0x800) {
      out[length++] = (byte) (0xc0 | point >> 6);
      out[length++] = last(point);
    } else if (point < 0x10000) {
      out[length++] = (byte) (0xe0 | point >> 12);
      out[length++] = last(point >> 6);
      out[length++] = last(point);
    } else {
      out[length++] = (byte) (0xf0 | point >> 18);
      out[length++] = last(point >> 12);
      out[length++] = last(point >> 6);
      out[length++] = last(point);
    }
  }

  private static byte last(int bits) {
    return (byte) (0x80 | (bits & 0x3f));
  }

  /** Halves of characters have no UTF-8, and must stay as they are. */
  private String byCharacters() {
    StringBuilder text = new StringBuilder(to - from);
    int at = from;
    while (at < to) {
      int escape = JsonText.backslash(bytes, at, to);
      text.append(new String(bytes, at, escape - at, StandardCharsets.UTF_8));
      at = escape;
      if (escape < to) {
        boolean byNumber = bytes[escape + 1] == 'u';
        text.append(byNumber ? unit(escape) : (char) letter(bytes[escape + 1]));
        at += byNumber ? PAIR / 2 : 2;
      }
    }
    return text.toString();
  }
}
