package io.batchwright.benchmarks.read;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A bare socket that discards the response: the limit of the server and the kernel. */
final class SocketReader implements ResultReader {
  private static final int BUFFER = 256 * 1024;

  @Override
  public void read(Target target, Tally tally) throws IOException {
    URI uri = URI.create(target.downloadUrl());
    try (SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(uri.getHost(), uri.getPort()))) {
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      String head =
          "GET " + uri.getRawPath() + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      channel.write(StandardCharsets.US_ASCII.encode(head));
      ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
      int headLength = head(channel, buffer);
      tally.bytes(buffer.position() - headLength);
      int count = 0;
      while (count >= 0) {
        tally.bytes(count);
        buffer.clear();
        count = channel.read(buffer);
      }
    }
  }

  /** Reads the head of the response and returns its length. */
  private static int head(SocketChannel channel, ByteBuffer buffer) throws IOException {
    while (channel.read(buffer) >= 0) {
      for (int i = 3; i < buffer.position(); i++) {
        if (buffer.get(i) == '\n' && buffer.get(i - 2) == '\n') {
          return i + 1;
        }
      }
    }
    throw new IOException("The response has no head");
  }
}
