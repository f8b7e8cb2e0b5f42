package io.batchwright.benchmarks.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Splits a stream of bytes into lines and passes each as a range of its buffer. */
final class ByteLines {
  private byte[] buffer = new byte[64 * 1024];

  /** Receives a line, which is valid only during the call. */
  interface Use {
    void line(byte[] bytes, int offset, int length) throws IOException;
  }

  void read(InputStream in, Use use) throws IOException {
    int kept = 0;
    for (int count = 0; count >= 0; count = in.read(buffer, kept, buffer.length - kept)) {
      int end = kept + count;
      int from = 0;
      for (int i = kept; i < end; i++) {
        if (buffer[i] == '\n') {
          use.line(buffer, from, i - from);
          from = i + 1;
        }
      }
      kept = end - from;
      if (from > 0) {
        System.arraycopy(buffer, from, buffer, 0, kept);
      } else if (kept == buffer.length) {
        buffer = Arrays.copyOf(buffer, 2 * kept);
      }
    }
    if (kept > 0) {
      use.line(buffer, 0, kept);
    }
  }
}
