package io.batchwright.sandbox.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body of known length. */
final class FixedStream extends BlockStream {
  private final InputStream in;
  private long left;

  FixedStream(InputStream in, long length) {
    this.in = in;
    this.left = length;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) return 0;
    if (left == 0) return -1;
    int count = in.read(bytes, offset, (int) Math.min(length, left));
    if (count < 0) throw new EOFException("The body ended " + left + " bytes early");
    left -= count;
    return count;
  }
}
