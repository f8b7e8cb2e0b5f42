package io.batchwright.benchmarks.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Writes heads, and sends files from the page cache to the socket without copying. */
final class Output {
  private static final int CHUNK = 64 * 1024;

  private final SocketChannel channel;

  Output(SocketChannel channel) {
    this.channel = channel;
  }

  void head(String statusAndHeaders) throws IOException {
    write(("HTTP/1.1 " + statusAndHeaders + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  void json(int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 "
            + status
            + " X\r\ncontent-type: application/json\r\ncontent-length: "
            + bytes.length
            + "\r\n\r\n";
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer whole = ByteBuffer.allocate(start.length + bytes.length);
    write(whole.put(start).put(bytes).array());
  }

  void file(FileChannel file) throws IOException {
    pass(file, 0, file.size());
  }

  void chunked(FileChannel file) throws IOException {
    long size = file.size();
    for (long at = 0; at < size; at += CHUNK) {
      long length = Math.min(CHUNK, size - at);
      write(
          ((at == 0 ? "" : "\r\n") + Long.toHexString(length) + "\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      pass(file, at, length);
    }
    write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private void pass(FileChannel file, long from, long length) throws IOException {
    long at = from;
    long end = from + length;
    while (at < end) {
      at += file.transferTo(at, end - at, channel);
    }
  }

  private void write(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
