package io.batchwright.sandbox.internal.http;

import io.batchwright.sandbox.shaded.mockwebserver3.MockWebServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;

/** A MockWebServer on 127.0.0.1 that keeps no record of its requests. */
public final class HttpServer implements Closeable {
  private final MockWebServer server;
  private final ReopenablePort listener;

  private HttpServer(MockWebServer server, ReopenablePort listener) {
    this.server = server;
    this.listener = listener;
  }

  public static HttpServer open(int port, Handler handler) throws IOException {
    MockWebServer server = new MockWebServer();
    ReopenablePort listener = new ReopenablePort();
    server.setServerSocketFactory(new Listener(listener));
    server.setDispatcher(new HandlerDispatcher(server, handler));
    DaemonThreads.use(server);
    server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    return new HttpServer(server, listener);
  }

  public int port() {
    return server.getPort();
  }

  /** A path on this server as an absolute URL. */
  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** Refuses connections from now on, and resets those without a request in progress. */
  public void refuse() throws IOException {
    listener.shut();
  }

  /** Accepts connections again. */
  public void accept() throws IOException {
    listener.reopen();
  }

  /**
   * Removes and counts what MockWebServer has recorded; for the test that it is next to nothing.
   */
  int recorded() throws InterruptedException {
    int count = 0;
    while (server.takeRequest(0, TimeUnit.NANOSECONDS) != null) count++;
    return count;
  }

  @Override
  public void close() {
    server.close();
  }
}
