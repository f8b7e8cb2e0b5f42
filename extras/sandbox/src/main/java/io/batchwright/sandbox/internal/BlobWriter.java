package io.batchwright.sandbox.internal;

import java.io.IOException;
import java.util.Arrays;

/** Writes to disk what comes in pieces of any size; all but a block of it. Not thread-safe. */
public final class BlobWriter {
  private final Spool spool;
  private final byte[] block = new byte[Blob.BLOCK];
  private long[] starts = new long[4];
  private int blocks;
  private int filled;
  private long length;

  BlobWriter(Spool spool) {
    this.spool = spool;
  }

  /** How many bytes came. */
  public long length() {
    return length;
  }

  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int done = 0; done < length; ) {
      int count = Math.min(length - done, block.length - filled);
      System.arraycopy(bytes, offset + done, block, filled, count);
      filled += count;
      done += count;
      this.length += count;
      if (filled == block.length) flush();
    }
  }

  private void flush() throws IOException {
    if (blocks == starts.length) starts = Arrays.copyOf(starts, blocks * 2);
    starts[blocks++] = spool.append(Arrays.copyOf(block, filled));
    filled = 0;
  }

  /** All that came. Nothing may be written afterwards. */
  public Blob finish() throws IOException {
    if (filled > 0) flush();
    return new Blob(spool, Arrays.copyOf(starts, blocks), length);
  }
}
