package io.batchwright.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The input of a target: first a byte for each choice, then the document. Choices count from the
 * character {@code 0}, so that seeds are readable. Not thread-safe.
 */
public final class Input {
  private final byte[] bytes;
  private int at;

  /** Reads these bytes from the start. */
  public Input(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Reads a choice among this many; the first if no input is left. */
  public int choice(int count) {
    return at == bytes.length ? 0 : ((bytes[at++] - '0') & 0xff) % count;
  }

  /** Returns the rest. */
  public byte[] rest() {
    return Arrays.copyOfRange(bytes, at, bytes.length);
  }

  /** Returns the rest as text; invalid UTF-8 is replaced. */
  public String text() {
    return new String(bytes, at, bytes.length - at, StandardCharsets.UTF_8);
  }
}
