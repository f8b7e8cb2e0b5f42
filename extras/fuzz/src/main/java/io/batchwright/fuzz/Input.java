package io.batchwright.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the fuzzer hands to a target: first a byte for each choice, then the document. Choices count
 * from the character {@code 0}, so that seeds can be read. Not thread-safe.
 */
public final class Input {
  private final byte[] bytes;
  private int at;

  /** Reads these bytes from the front. */
  public Input(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes a choice among so many; the first if there is nothing left. */
  public int choice(int count) {
    return at == bytes.length ? 0 : ((bytes[at++] - '0') & 0xff) % count;
  }

  /** Gives what is left. */
  public byte[] rest() {
    return Arrays.copyOfRange(bytes, at, bytes.length);
  }

  /** Gives what is left as text; what is no UTF-8 is replaced. */
  public String text() {
    return new String(bytes, at, bytes.length - at, StandardCharsets.UTF_8);
  }
}
