package io.batchwright.sandbox.internal;

import java.io.IOException;
import java.util.Arrays;

/** Writes data of unknown length to disk and buffers one block. Not thread-safe. */
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

  /** The number of bytes written. */
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

  /** All that was written. Nothing may be written afterwards. */
  public Blob finish() throws IOException {
    if (filled > 0) flush();
    return new Blob(spool, Arrays.copyOf(starts, blocks), length);
  }
}
