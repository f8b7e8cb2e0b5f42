package io.batchwright.sandbox.internal.http;

import io.batchwright.sandbox.shaded.okio.BufferedSink;
import io.batchwright.sandbox.shaded.okio.Okio;
import io.batchwright.sandbox.shaded.okio.Sink;
import java.io.IOException;

/** A body that is made while it is written. It may be written more than once, with equal bytes. */
@FunctionalInterface
public interface Content {
  void writeTo(BufferedSink sink) throws IOException;

  /** The number of bytes, for which all of them are made. */
  default long length() throws IOException {
    CountingSink counter = new CountingSink();
    try (BufferedSink sink = Okio.buffer((Sink) counter)) {
      writeTo(sink);
    }
    return counter.count();
  }
}
