package io.batchwright.sandbox.internal;

import java.io.IOException;
import okio.ForwardingSink;
import okio.Sink;

/** Lets a compressor finish without closing what it writes to. */
final class UnclosedSink extends ForwardingSink {
  UnclosedSink(Sink out) {
    super(out);
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
