package io.batchwright.sandbox.internal.http;

import java.io.IOException;
import java.io.InputStream;

/** Returns request heads and stops before the bodies between them. */
final class HeadStream extends BlockStream {
  private final Connection connection;
  private final InputStream in;
  private boolean inHead;
  private int lineLength;

  HeadStream(Connection connection, InputStream in) {
    this.connection = connection;
    this.in = in;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (connection.isGone()) return -1;
    if (length == 0) return 0;
    connection.makeCurrent();
    int count = 0;
    do {
      int b = next();
      if (b < 0) return count == 0 ? -1 : count;
      if (!inHead && connection.isStale()) {
        connection.reset();
        return -1;
      }
      bytes[offset + count++] = (byte) b;
      inHead = !endsHead(b);
    } while (inHead && count < length && in.available() > 0);
    return count;
  }

  /** A connection that this side broke ends like one that the other side closed. */
  private int next() throws IOException {
    try {
      return in.read();
    } catch (IOException e) {
      if (connection.isGone()) return -1;
      throw e;
    }
  }

  /** An empty line ends a head. */
  private boolean endsHead(int b) {
    if (b == '\r') return false;
    if (b != '\n') {
      lineLength++;
      return false;
    }
    boolean empty = lineLength == 0;
    lineLength = 0;
    return empty;
  }
}
