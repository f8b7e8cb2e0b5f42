package io.batchwright.safety;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Responds to requests without a body with arbitrary bytes, one response per connection, for as
 * long as the client reads.
 */
final class RawServer implements AutoCloseable {
  /** Writes a response, starting with its status line. */
  @FunctionalInterface
  interface Reply {
    void write(String path, OutputStream out) throws IOException;
  }

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicLong brokenOff = new AtomicLong();

  RawServer(Reply response) throws IOException {
    start(() -> accept(response));
  }

  /** Returns the base URL. */
  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** Returns how many responses the client did not read to the end. */
  long brokenOff() {
    return brokenOff.get();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept(Reply response) {
    try {
      while (true) {
        Socket connection = socket.accept();
        start(() -> serve(connection, response));
      }
    } catch (IOException e) {
      // Closing the server ends it.
    }
  }

  private void serve(Socket connection, Reply response) {
    try (connection;
        OutputStream out = new BufferedOutputStream(connection.getOutputStream(), 1 << 16)) {
      response.write(path(connection.getInputStream()), out);
    } catch (IOException e) {
      brokenOff.incrementAndGet();
    }
  }

  private static String path(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    return head.toString().split(" ", 3)[1];
  }

  static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
