package io.batchwright.sandbox.internal.http;

import java.io.IOException;
import okio.BufferedSink;

/** A body that is made while it is written. It may be written more than once, with equal bytes. */
@FunctionalInterface
public interface Content {
  void writeTo(BufferedSink sink) throws IOException;
}
