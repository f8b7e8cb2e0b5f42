package io.batchwright.sandbox.internal.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes until the connection is closed and drops the rest. MockWebServer forgets a connection only
 * if its exchange ends without an exception, so writes after the end must not throw.
 */
final class ResponseStream extends FilterOutputStream {
  private final Connection connection;

  ResponseStream(Connection connection, OutputStream out) {
    super(out);
    this.connection = connection;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (connection.isGone()) return;
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      connection.hangUp();
      throw e;
    }
  }

  @Override
  public void flush() throws IOException {
    if (!connection.isGone()) out.flush();
  }
}
