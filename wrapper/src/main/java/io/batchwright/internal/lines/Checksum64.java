package io.batchwright.internal.lines;

import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Two different CRCs side by side, as one number.
 *
 * <p>It tells an answer from a reordered one; nobody forges it. Both CRCs run at many GB/s on the
 * machine's own instructions, where a digest such as SHA-256 would cost as much as the reading
 * itself.
 */
public final class Checksum64 {
  private final CRC32 one = new CRC32();
  private final CRC32C other = new CRC32C();

  public static long of(byte[] bytes) {
    Checksum64 sum = new Checksum64();
    sum.update(bytes, 0, bytes.length);
    return sum.value();
  }

  public void update(byte[] bytes, int from, int to) {
    one.update(bytes, from, to - from);
    other.update(bytes, from, to - from);
  }

  /** Takes in the sum of a part that was summed up apart. */
  void update(long part) {
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      int value = (int) (part >>> shift) & 0xff;
      one.update(value);
      other.update(value);
    }
  }

  public long value() {
    return one.getValue() << Integer.SIZE | other.getValue();
  }
}
