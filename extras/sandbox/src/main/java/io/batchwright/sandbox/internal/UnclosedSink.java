package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.shaded.okio.ForwardingSink;
import io.batchwright.sandbox.shaded.okio.Sink;
import java.io.IOException;

/** Lets a compressor finish without closing the underlying sink. */
final class UnclosedSink extends ForwardingSink {
  UnclosedSink(Sink out) {
    super(out);
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
