package io.batchwright.sandbox.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** A body in chunks. */
final class ChunkedStream extends BlockStream {
  private static final int LONGEST_LINE = 8192;

  private final InputStream in;
  private InputStream chunk = InputStream.nullInputStream();
  private boolean first = true;
  private boolean ended;

  ChunkedStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) return 0;
    while (!ended) {
      int count = chunk.read(bytes, offset, length);
      if (count > 0) return count;
      next();
    }
    return -1;
  }

  private void next() throws IOException {
    if (!first && !line().isEmpty()) throw new ProtocolException("A chunk has no end");
    first = false;
    String head = line();
    int extension = head.indexOf(';');
    long size = size(extension < 0 ? head : head.substring(0, extension));
    chunk = new FixedStream(in, size);
    if (size > 0) return;
    String trailer;
    do {
      trailer = line();
    } while (!trailer.isEmpty());
    ended = true;
  }

  private static long size(String hex) throws ProtocolException {
    if (!hex.strip().matches("[0-9a-fA-F]{1,15}")) {
      throw new ProtocolException("A chunk has no length");
    }
    return Long.parseLong(hex.strip(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) throw new EOFException("The body ended inside its chunks");
      if (line.length() == LONGEST_LINE) throw new ProtocolException("A chunk's line is too long");
      if (b != '\r') line.append((char) b);
    }
    return line.toString();
  }
}
