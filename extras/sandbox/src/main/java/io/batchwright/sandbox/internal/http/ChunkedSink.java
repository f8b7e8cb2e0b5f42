package io.batchwright.sandbox.internal.http;

import io.batchwright.sandbox.shaded.okio.Buffer;
import io.batchwright.sandbox.shaded.okio.BufferedSink;
import java.io.IOException;

/** Writes each write as one chunk; the caller writes the last, empty chunk. */
final class ChunkedSink extends PlainSink {
  ChunkedSink(BufferedSink out) {
    super(out);
  }

  @Override
  public void write(Buffer source, long byteCount) throws IOException {
    if (byteCount == 0) return;
    out().writeHexadecimalUnsignedLong(byteCount).writeUtf8("\r\n");
    out().write(source, byteCount);
    out().writeUtf8("\r\n");
  }
}
