package io.batchwright.sandbox.internal.http;

import io.batchwright.sandbox.shaded.okio.Buffer;
import io.batchwright.sandbox.shaded.okio.BufferedSink;
import io.batchwright.sandbox.shaded.okio.ForwardingSink;
import java.io.IOException;

/** Passes bytes on without framing and does not close the connection. */
class PlainSink extends ForwardingSink {
  private final BufferedSink out;

  PlainSink(BufferedSink out) {
    super(out);
    this.out = out;
  }

  final BufferedSink out() {
    return out;
  }

  @Override
  public void write(Buffer source, long byteCount) throws IOException {
    out.write(source, byteCount);
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
