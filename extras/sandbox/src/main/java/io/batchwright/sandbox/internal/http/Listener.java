package io.batchwright.sandbox.internal.http;

import java.net.InetAddress;
import java.net.ServerSocket;
import javax.net.ServerSocketFactory;

/** Makes MockWebServer listen at one {@link Entrance}. */
final class Listener extends ServerSocketFactory {
  private final Entrance entrance;

  Listener(Entrance entrance) {
    this.entrance = entrance;
  }

  @Override
  public ServerSocket createServerSocket() {
    return entrance;
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
