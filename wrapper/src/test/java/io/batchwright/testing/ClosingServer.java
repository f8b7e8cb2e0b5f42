package io.batchwright.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Responds to each connection's first request as if the connection were kept, and closes it at
 * once; MockWebServer cannot report when it has closed one.
 */
public final class ClosingServer implements AutoCloseable {
  private final ServerSocket socket;
  private final BlockingQueue<String> closed = new LinkedBlockingQueue<>();

  /** Starts a server with these bodies, one for each connection. */
  public ClosingServer(List<String> bodies) throws IOException {
    socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(() -> serve(bodies), "closing-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns the base URL. */
  public String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** Waits until the next connection was closed, and returns its request line. */
  public String awaitClosed() throws InterruptedException {
    return closed.take();
  }

  private void serve(List<String> bodies) {
    try {
      for (String body : bodies) {
        String line;
        try (Socket connection = socket.accept()) {
          line = readRequest(connection.getInputStream());
          String response =
              "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
          connection.getOutputStream().write(response.getBytes(StandardCharsets.US_ASCII));
        }
        closed.add(line);
      }
    } catch (IOException e) {
      closed.add("failed: " + e);
    }
  }

  private static String readRequest(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
    int length = 0;
    for (String header : head.toString().split("\r\n", -1)) {
      if (header.toLowerCase(java.util.Locale.ROOT).startsWith("content-length: ")) {
        length = Integer.parseInt(header.substring("content-length: ".length()));
      }
    }
    in.readNBytes(length);
    return head.substring(0, head.indexOf("\r\n"));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
