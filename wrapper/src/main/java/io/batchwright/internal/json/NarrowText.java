package io.batchwright.internal.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a checked text whose characters are all among the first 256, as those of most of Europe's
 * languages are, eight bytes at a time. For one text.
 */
final class NarrowText {
  /** Longer texts get an array of their own, so that no large one is kept. */
  private static final int KEPT = 16 << 10;

  private static final Spare<byte[]> SPARE = new Spare<>(() -> new byte[KEPT]);

  private final byte[] bytes;
  private final int to;
  private final byte[] out;
  private int at;
  private int length;

  private NarrowText(byte[] bytes, int from, int to, byte[] out) {
    this.bytes = bytes;
    this.at = from;
    this.to = to;
    this.out = out;
  }

  /**
   * Gives the text; null if it has another character, or is no UTF-8.
   *
   * @param other before it, all is ASCII and no escape
   */
  static @Nullable String decode(byte[] bytes, int from, int other, int to) {
    // Whole words are written, of which the last may reach beyond the text.
    int room = to - from + Long.BYTES;
    byte[] out = room <= KEPT ? SPARE.take() : new byte[room];
    NarrowText text = new NarrowText(bytes, from, to, out);
    text.copy(other - from);
    String decoded =
        text.decodeAll() ? new String(out, 0, text.length, StandardCharsets.ISO_8859_1) : null;
    if (room <= KEPT) {
      SPARE.giveBack(out);
    }
    return decoded;
  }

  private void copy(int count) {
    System.arraycopy(bytes, at, out, length, count);
    at += count;
    length += count;
  }

  private boolean decodeAll() {
    while (at < to) {
      if (!(bytes[at] == '\\' ? escape() : sequence())) {
        return false;
      }
      copyPlain();
    }
    return true;
  }

  private boolean escape() {
    char unit = Escapes.unit(bytes, at);
    out[length++] = (byte) unit;
    at += Escapes.length(bytes, at);
    return unit <= 0xff;
  }

  /** Takes a sequence of two bytes, if it stands for one of those characters. */
  private boolean sequence() {
    int lead = bytes[at] & 0xff;
    if (lead < 0xc2 || lead > 0xc3 || at + 1 == to || bytes[at + 1] >= (byte) 0xc0) {
      return false;
    }
    out[length++] = (byte) (lead << 6 | (bytes[at + 1] & 0x3f));
    at += 2;
    return true;
  }

  /** Copies what is before the next byte that is a backslash or no ASCII, or the end. */
  private void copyPlain() {
    int from = at;
    int place = length;
    while (from <= to - Long.BYTES) {
      long word = (long) JsonText.WORDS.get(bytes, from);
      JsonText.WORDS.set(out, place, word);
      long other = JsonText.otherThanPlain(word);
      int taken = other == 0 ? Long.BYTES : JsonText.lowest(other);
      from += taken;
      place += taken;
      if (other != 0) {
        break;
      }
    }
    while (from < to && bytes[from] >= 0 && bytes[from] != '\\') {
      out[place++] = bytes[from++];
    }
    at = from;
    length = place;
  }
}
