package io.batchwright.sandbox.internal.http;

import io.batchwright.sandbox.shaded.okio.BufferedSink;
import io.batchwright.sandbox.shaded.okio.Okio;
import io.batchwright.sandbox.shaded.okio.Sink;
import java.io.IOException;

/**
 * A body that is generated while it is written. It may be written repeatedly, always with equal
 * bytes.
 */
@FunctionalInterface
public interface Content {
  void writeTo(BufferedSink sink) throws IOException;

  /** The number of bytes; the whole body is generated to count them. */
  default long length() throws IOException {
    CountingSink counter = new CountingSink();
    try (BufferedSink sink = Okio.buffer((Sink) counter)) {
      writeTo(sink);
    }
    return counter.count();
  }
}
