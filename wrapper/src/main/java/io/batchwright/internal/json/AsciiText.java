package io.batchwright.internal.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Takes the escapes out of a checked text that is ASCII, eight bytes at a time. For one text. */
final class AsciiText {
  /** Longer texts get an array of their own, so that no large one is kept. */
  private static final int KEPT = 16 << 10;

  private static final Spare<byte[]> SPARE = new Spare<>(() -> new byte[KEPT]);

  private final byte[] bytes;
  private final int to;
  private final byte[] out;
  private int at;
  private int length;

  private AsciiText(byte[] bytes, int from, int to, byte[] out) {
    this.bytes = bytes;
    this.at = from;
    this.to = to;
    this.out = out;
  }

  /** Gives the text; null if one of its escapes stands for something else than ASCII. */
  static @Nullable String decode(byte[] bytes, int from, int to) {
    // Whole words are written, of which the last may reach beyond the text.
    int room = to - from + Long.BYTES;
    byte[] out = room <= KEPT ? SPARE.take() : new byte[room];
    AsciiText text = new AsciiText(bytes, from, to, out);
    String decoded =
        text.decodeAll() ? new String(out, 0, text.length, StandardCharsets.ISO_8859_1) : null;
    if (room <= KEPT) {
      SPARE.giveBack(out);
    }
    return decoded;
  }

  private boolean decodeAll() {
    copyPlain();
    while (at < to) {
      int unit = Escapes.unit(bytes, at);
      if (unit > 0x7f) {
        return false;
      }
      out[length++] = (byte) unit;
      at += Escapes.length(bytes, at);
      copyPlain();
    }
    return true;
  }

  /** Copies what is before the next backslash, or the end. */
  private void copyPlain() {
    while (at <= to - Long.BYTES) {
      long word = (long) JsonText.WORDS.get(bytes, at);
      JsonText.WORDS.set(out, length, word);
      long found = JsonText.backslashes(word);
      int taken = found == 0 ? Long.BYTES : Long.numberOfTrailingZeros(found) / Byte.SIZE;
      at += taken;
      length += taken;
      if (found != 0) {
        return;
      }
    }
    while (at < to && bytes[at] != '\\') {
      out[length++] = bytes[at++];
    }
  }
}
