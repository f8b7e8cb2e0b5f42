package io.batchwright.sandbox.internal.http;

import io.batchwright.sandbox.shaded.okio.Buffer;
import io.batchwright.sandbox.shaded.okio.Sink;
import io.batchwright.sandbox.shaded.okio.Timeout;
import java.io.IOException;

/** Counts bytes and discards them. */
final class CountingSink implements Sink {
  private long count;

  long count() {
    return count;
  }

  @Override
  public void write(Buffer source, long byteCount) throws IOException {
    source.skip(byteCount);
    count += byteCount;
  }

  @Override
  public void flush() {}

  @Override
  public Timeout timeout() {
    return Timeout.NONE;
  }

  @Override
  public void close() {}
}
