package io.batchwright.sandbox.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses a body that is longer than allowed. */
public final class LimitedStream extends FilterInputStream {
  private final Refusal refusal;
  private long left;

  public LimitedStream(InputStream in, long limit, Refusal refusal) {
    super(in);
    this.left = limit;
    this.refusal = refusal;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    left -= Math.max(count, 0);
    if (left < 0) throw refusal;
    return count;
  }
}
