package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.internal.http.BlockStream;
import io.batchwright.sandbox.internal.http.Content;
import io.batchwright.sandbox.shaded.okio.BufferedSink;
import io.batchwright.sandbox.shaded.okio.Okio;
import io.batchwright.sandbox.shaded.okio.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Bytes on disk in blocks, interleaved with those of other blobs. Thread-safe. */
public final class Blob implements Content {
  static final int BLOCK = 1 << 16;

  private final Spool spool;
  private final long[] starts;
  private final long length;

  Blob(Spool spool, long[] starts, long length) {
    this.spool = spool;
    this.starts = Arrays.copyOf(starts, starts.length);
    this.length = length;
  }

  @Override
  public long length() {
    return length;
  }

  /** Reads it from the start. */
  public InputStream open() {
    return new Stream();
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    try (Source source = Okio.source(open())) {
      sink.writeAll(source);
    }
  }

  private final class Stream extends BlockStream {
    private byte[] block = new byte[0];
    private int next;
    private int position;

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      if (count == 0) return 0;
      if (position == block.length) {
        if (next == starts.length) return -1;
        block = spool.read(starts[next], (int) Math.min(BLOCK, length - (long) next * BLOCK));
        next++;
        position = 0;
      }
      int read = Math.min(count, block.length - position);
      System.arraycopy(block, position, bytes, offset, read);
      position += read;
      return read;
    }
  }
}
