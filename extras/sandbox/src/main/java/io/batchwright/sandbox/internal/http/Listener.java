package io.batchwright.sandbox.internal.http;

import java.net.InetAddress;
import java.net.ServerSocket;
import javax.net.ServerSocketFactory;

/** Binds MockWebServer to one {@link ReopenablePort}. */
final class Listener extends ServerSocketFactory {
  private final ReopenablePort listener;

  Listener(ReopenablePort listener) {
    this.listener = listener;
  }

  @Override
  public ServerSocket createServerSocket() {
    return listener;
  }

  @Override
  public ServerSocket createServerSocket(int port) {
    throw new UnsupportedOperationException("Bound later");
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) {
    throw new UnsupportedOperationException("Bound later");
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
    throw new UnsupportedOperationException("Bound later");
  }
}
