package io.batchwright.internal.json;

import org.jspecify.annotations.Nullable;

/**
 * Decodes a checked text that is not all ASCII, character by character: {@code String} itself makes
 * three arrays on the way there. For one text.
 */
final class WideText {
  /** Longer texts get an array of their own, so that no large one is kept. */
  private static final int KEPT = 16 << 10;

  private static final Spare<char[]> SPARE = new Spare<>(() -> new char[KEPT]);

  private final byte[] bytes;
  private final int to;
  private final char[] out;
  private int at;
  private int length;

  private WideText(byte[] bytes, int from, int to, char[] out) {
    this.bytes = bytes;
    this.at = from;
    this.to = to;
    this.out = out;
  }

  /** Gives the text; null if it is not valid UTF-8. */
  static @Nullable String decode(byte[] bytes, int from, int to) {
    boolean kept = to - from <= KEPT;
    char[] out = kept ? SPARE.take() : new char[to - from];
    WideText text = new WideText(bytes, from, to, out);
    String decoded = text.decodeAll() ? new String(out, 0, text.length) : null;
    if (kept) {
      SPARE.giveBack(out);
    }
    return decoded;
  }

  private boolean decodeAll() {
    while (at < to) {
      copyAscii();
      if (at < to && bytes[at] == '\\') {
        out[length++] = Escapes.unit(bytes, at);
        at += Escapes.length(bytes, at);
      } else if (at < to && !sequence(bytes[at])) {
        return false;
      }
    }
    return true;
  }

  private void copyAscii() {
    int from = at;
    int place = length;
    while (from <= to - Long.BYTES
        && JsonText.otherThanPlain((long) JsonText.WORDS.get(bytes, from)) == 0) {
      for (int i = 0; i < Long.BYTES; i++) {
        out[place + i] = (char) bytes[from + i];
      }
      from += Long.BYTES;
      place += Long.BYTES;
    }
    while (from < to && bytes[from] >= 0 && bytes[from] != '\\') {
      out[place++] = (char) bytes[from++];
    }
    at = from;
    length = place;
  }

  /** Takes a sequence of two to four bytes; says whether it is one. */
  private boolean sequence(byte lead) {
    if (lead < (byte) 0xc0) {
      return false;
    }
    if (lead < (byte) 0xe0) {
      return at + 1 < to && put(lead & 0x1f, 1, 0x80);
    }
    if (lead < (byte) 0xf0) {
      return at + 2 < to && put(lead & 0x0f, 2, 0x800);
    }
    return lead < (byte) 0xf8 && at + 3 < to && put(lead & 0x07, 3, 0x10000);
  }

  private boolean put(int first, int more, int least) {
    int point = first;
    for (int i = 1; i <= more; i++) {
      byte next = bytes[at + i];
      if (next >= (byte) 0xc0) {
        return false;
      }
      point = (point << 6) | (next & 0x3f);
    }
    boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    if (point < least || half || point > Character.MAX_CODE_POINT) {
      return false;
    }
    length += Character.toChars(point, out, length);
    at += more + 1;
    return true;
  }
}
