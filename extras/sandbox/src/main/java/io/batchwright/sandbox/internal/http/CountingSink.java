package io.batchwright.sandbox.internal.http;

import java.io.IOException;
import okio.Buffer;
import okio.Sink;
import okio.Timeout;

/** Keeps nothing but the count. */
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
