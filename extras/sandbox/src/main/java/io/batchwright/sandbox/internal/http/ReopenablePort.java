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
 * The socket that MockWebServer listens on. It can be closed and reopened on the same port without
 * MockWebServer noticing: meanwhile the system refuses connections and reserves the port.
 * Thread-safe.
 */
final class ReopenablePort extends ServerSocket {
  private static final int BACKLOG = 50;

  private final Set<Connection> open = ConcurrentHashMap.newKeySet();

  /** Binds the port and never listens: connections to it alone are refused. */
  private final Socket reservation = new Socket();

  private @Nullable ListeningSocket listening;
  private boolean ended;
  private boolean accepting;

  ReopenablePort() throws IOException {
    reservation.setReuseAddress(true);
  }

  @Override
  public void bind(SocketAddress endpoint, int backlog) throws IOException {
    reservation.bind(endpoint);
    reopen();
  }

  @Override
  public int getLocalPort() {
    return reservation.getLocalPort();
  }

  @Override
  public Socket accept() throws IOException {
    while (true) {
      ListeningSocket present = awaitDoor();
      try {
        return present.acceptConnection();
      } catch (SocketException e) {
        if (!present.isClosed()) throw e;
      } finally {
        endAccept();
      }
    }
  }

  private synchronized ListeningSocket awaitDoor() throws IOException {
    await(() -> listening != null || ended);
    if (listening == null) throw new SocketException("Socket closed");
    accepting = true;
    return listening;
  }

  private synchronized void endAccept() {
    accepting = false;
    notifyAll();
  }

  private synchronized void await(BooleanSupplier state) throws SocketException {
    try {
      while (!state.getAsBoolean()) wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SocketException("Interrupted while waiting for the port");
    }
  }

  /** Refuses connections from now on, and resets those without a request in progress. */
  void shut() throws IOException {
    closeListener(false);
    awaitPendingAccept();
    for (Connection connection : open) {
      if (!connection.isCurrent()) connection.reset();
    }
  }

  /** A pending accept still accepts one connection after the socket is closed. */
  private void awaitPendingAccept() throws SocketException {
    await(() -> !accepting);
  }

  /** Accepts connections again. */
  synchronized void reopen() throws IOException {
    if (listening != null || ended) return;
    ListeningSocket next = new ListeningSocket();
    try {
      next.bind(reservation.getLocalSocketAddress(), BACKLOG);
    } catch (IOException e) {
      next.close();
      throw e;
    }
    listening = next;
    notifyAll();
  }

  @Override
  public void close() throws IOException {
    closeListener(true);
    reservation.close();
    super.close();
  }

  private synchronized void closeListener(boolean forEver) throws IOException {
    ended |= forEver;
    ListeningSocket present = listening;
    listening = null;
    if (present != null) present.close();
    notifyAll();
  }

  /** The listening socket, until it is closed for good. */
  private final class ListeningSocket extends ServerSocket {
    ListeningSocket() throws IOException {
      setReuseAddress(true);
    }

    Connection acceptConnection() throws IOException {
      Connection connection = new Connection(open::remove);
      implAccept(connection);
      // Head and body are two writes; Nagle's algorithm would delay the second by 40 ms.
      connection.setTcpNoDelay(true);
      open.add(connection);
      return connection;
    }
  }
}
