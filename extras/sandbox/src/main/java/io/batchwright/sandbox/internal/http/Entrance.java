package io.batchwright.sandbox.internal.http;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The socket that MockWebServer listens on. It can be shut and opened again at the same port, which
 * MockWebServer does not notice: meanwhile the system refuses connections, and gives the port to
 * nobody else. Thread-safe.
 */
final class Entrance extends ServerSocket {
  private static final int BACKLOG = 50;

  private final Set<Connection> open = ConcurrentHashMap.newKeySet();

  /** Has the port and never listens: whoever connects to it alone is refused. */
  private final Socket holder = new Socket();

  private @Nullable Door door;
  private boolean ended;
  private boolean admitting;

  Entrance() throws IOException {
    holder.setReuseAddress(true);
  }

  @Override
  public void bind(SocketAddress endpoint, int backlog) throws IOException {
    holder.bind(endpoint);
    reopen();
  }

  @Override
  public int getLocalPort() {
    return holder.getLocalPort();
  }

  @Override
  public Socket accept() throws IOException {
    while (true) {
      Door present = awaitDoor();
      try {
        return present.admit();
      } catch (SocketException e) {
        if (!present.isClosed()) throw e;
      } finally {
        leaveDoor();
      }
    }
  }

  private synchronized Door awaitDoor() throws IOException {
    await(() -> door != null || ended);
    if (door == null) throw new SocketException("Socket closed");
    admitting = true;
    return door;
  }

  private synchronized void leaveDoor() {
    admitting = false;
    notifyAll();
  }

  private synchronized void await(BooleanSupplier state) throws SocketException {
    try {
      while (!state.getAsBoolean()) wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SocketException("Interrupted while the door is shut");
    }
  }

  /** Refuses connections from now on, and resets those that no request is being answered on. */
  void shut() throws IOException {
    shutDoor(false);
    awaitNobodyAtDoor();
    for (Connection connection : open) {
      if (!connection.isCurrent()) connection.reset();
    }
  }

  /** As long as somebody waits at a door that is being closed, it still lets one in. */
  private void awaitNobodyAtDoor() throws SocketException {
    await(() -> !admitting);
  }

  /** Accepts connections again. */
  synchronized void reopen() throws IOException {
    if (door != null || ended) return;
    Door next = new Door();
    try {
      next.bind(holder.getLocalSocketAddress(), BACKLOG);
    } catch (IOException e) {
      next.close();
      throw e;
    }
    door = next;
    notifyAll();
  }

  @Override
  public void close() throws IOException {
    shutDoor(true);
    holder.close();
    super.close();
  }

  private synchronized void shutDoor(boolean forEver) throws IOException {
    ended |= forEver;
    Door present = door;
    door = null;
    if (present != null) present.close();
    notifyAll();
  }

  /** What really listens, until it is closed for good. */
  private final class Door extends ServerSocket {
    Door() throws IOException {
      setReuseAddress(true);
    }

    Connection admit() throws IOException {
      Connection connection = new Connection(open::remove);
      implAccept(connection);
      // Head and body leave in two writes; Nagle's algorithm would hold the second for 40 ms.
      connection.setTcpNoDelay(true);
      open.add(connection);
      return connection;
    }
  }
}
