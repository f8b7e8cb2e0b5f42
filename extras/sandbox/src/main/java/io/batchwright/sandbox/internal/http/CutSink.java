package io.batchwright.sandbox.internal.http;

import io.batchwright.sandbox.shaded.okio.Buffer;
import io.batchwright.sandbox.shaded.okio.ForwardingSink;
import io.batchwright.sandbox.shaded.okio.Sink;
import java.io.IOException;
import java.io.Serial;

/** Passes a number of bytes on, then throws. */
final class CutSink extends ForwardingSink {
  private long left;

  CutSink(Sink out, long bytes) {
    super(out);
    this.left = bytes;
  }

  @Override
  public void write(Buffer source, long byteCount) throws IOException {
    long passed = Math.min(left, byteCount);
    super.write(source, passed);
    left -= passed;
    if (passed < byteCount) throw new Reached();
  }

  /** Signals that the cut was reached. */
  static final class Reached extends IOException {
    @Serial private static final long serialVersionUID = 1;
  }
}
