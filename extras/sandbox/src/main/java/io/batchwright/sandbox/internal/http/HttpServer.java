package io.batchwright.sandbox.internal.http;

import io.batchwright.sandbox.shaded.mockwebserver3.MockWebServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;

/** A MockWebServer on 127.0.0.1 that keeps nothing of what it served. */
public final class HttpServer implements Closeable {
  private final MockWebServer server;
  private final Entrance entrance;

  private HttpServer(MockWebServer server, Entrance entrance) {
    this.server = server;
    this.entrance = entrance;
  }

  public static HttpServer open(int port, Handler handler) throws IOException {
    MockWebServer server = new MockWebServer();
    Entrance entrance = new Entrance();
    server.setServerSocketFactory(new Listener(entrance));
    server.setDispatcher(new HandlerDispatcher(server, handler));
    DaemonThreads.use(server);
    server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    return new HttpServer(server, entrance);
  }

  public int port() {
    return server.getPort();
  }

  /** A path on this server as an absolute URL. */
  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** Refuses connections from now on, and resets those that no request is being answered on. */
  public void refuse() throws IOException {
    entrance.shut();
  }

  /** Accepts connections again. */
  public void accept() throws IOException {
    entrance.reopen();
  }

  /** Takes what MockWebServer remembers and counts it; for the test that it is next to nothing. */
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
