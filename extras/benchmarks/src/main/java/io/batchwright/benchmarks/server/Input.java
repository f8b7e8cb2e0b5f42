package io.batchwright.benchmarks.server;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads heads, and discards bodies through one big buffer. */
final class Input {
  private static final int BUFFER = 256 * 1024;

  private final SocketChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).flip();

  Input(SocketChannel channel) {
    this.channel = channel;
  }

  /** Reads the next head; null if the client disconnected between two requests. */
  @Nullable RequestHead head() throws IOException {
    StringBuilder text = new StringBuilder();
    while (true) {
      String line = line(text.isEmpty());
      if (line == null) {
        return null;
      }
      if (line.isEmpty()) {
        return RequestHead.parse(text.toString());
      }
      text.append(line).append("\r\n");
    }
  }

  private @Nullable String line(boolean first) throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      if (!buffer.hasRemaining() && !fill()) {
        if (first && line.isEmpty()) {
          return null;
        }
        throw new EOFException("The client left within a head");
      }
      char c = (char) (buffer.get() & 0xff);
      if (c == '\n') {
        return line.toString();
      }
      if (c != '\r') {
        line.append(c);
      }
    }
  }

  private boolean fill() throws IOException {
    buffer.clear();
    int count = channel.read(buffer);
    buffer.flip();
    return count >= 0;
  }

  /** Discards a body, and returns its size and when its first byte arrived. */
  Body swallow(RequestHead head) throws IOException {
    if (head.isChunked()) {
      return chunks();
    }
    long length = head.contentLength();
    if (length > 0 && !buffer.hasRemaining()) {
      needMore();
    }
    long first = System.nanoTime();
    pass(length);
    return new Body(length, first);
  }

  /** Reads a small body. */
  String text(RequestHead head) throws IOException {
    byte[] bytes = new byte[Math.toIntExact(head.contentLength())];
    for (int i = 0; i < bytes.length; i++) {
      if (!buffer.hasRemaining()) {
        needMore();
      }
      bytes[i] = buffer.get();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private Body chunks() throws IOException {
    long total = 0;
    long first = 0;
    while (true) {
      String head = line(false);
      first = first == 0 ? System.nanoTime() : first;
      long size = Long.parseLong(String.valueOf(head), 16);
      pass(size);
      total += size;
      String end = line(false);
      if (size == 0 && String.valueOf(end).isEmpty()) {
        return new Body(total, first);
      }
    }
  }

  private void pass(long length) throws IOException {
    long left = length;
    while (true) {
      int part = (int) Math.min(left, buffer.remaining());
      buffer.position(buffer.position() + part);
      left -= part;
      if (left == 0) {
        return;
      }
      needMore();
    }
  }

  private void needMore() throws IOException {
    if (!fill()) {
      throw new EOFException("The client left within a body");
    }
  }

  /**
   * A body that was read.
   *
   * @param bytes its length, without the framing of chunks
   * @param firstByteNanos when its first byte arrived
   */
  record Body(long bytes, long firstByteNanos) {}
}
