package io.batchwright.testing;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import javax.net.ServerSocketFactory;

/**
 * Sockets of a test server that send without delay, and are counted. Otherwise, every response on a
 * reused connection would wait 40 ms for a delayed acknowledgement. Thread-safe.
 */
public final class PromptSockets extends ServerSocketFactory {
  /** Long enough for any machine; only a failing test waits so long. */
  private static final long PATIENCE_MILLIS = 30_000;

  private final Set<Socket> open = new HashSet<>();
  private int accepted;

  /** Returns the number of connections accepted so far. */
  public synchronized int accepted() {
    return accepted;
  }

  /** Waits until the server has seen the end of every connection. */
  public synchronized void awaitNoneOpen() throws InterruptedException {
    long left = PATIENCE_MILLIS;
    while (!open.isEmpty() && left > 0) {
      long before = System.nanoTime();
      wait(left);
      left -= (System.nanoTime() - before) / 1_000_000;
    }
    if (!open.isEmpty()) {
      throw new AssertionError(open.size() + " connections are open still");
    }
  }

  private synchronized void opened(Socket socket) {
    accepted++;
    open.add(socket);
  }

  private synchronized void closed(Socket socket) {
    open.remove(socket);
    notifyAll();
  }

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return new PromptServerSocket();
  }

  @Override
  public ServerSocket createServerSocket(int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
    throw new UnsupportedOperationException();
  }

  private final class PromptServerSocket extends ServerSocket {
    private PromptServerSocket() throws IOException {}

    @Override
    public Socket accept() throws IOException {
      Socket socket = new PromptSocket();
      implAccept(socket);
      socket.setTcpNoDelay(true);
      opened(socket);
      return socket;
    }
  }

  private final class PromptSocket extends Socket {
    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
          int read = -1;
          try {
            read = super.read(bytes, from, length);
          } finally {
            if (read < 0) {
              closed(PromptSocket.this);
            }
          }
          return read;
        }
      };
    }

    /** MockWebServer leaves a socket open that it can no longer write to. */
    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
          boolean written = false;
          try {
            out.write(bytes, from, length);
            written = true;
          } finally {
            if (!written) {
              PromptSocket.this.close();
            }
          }
        }
      };
    }

    @Override
    public synchronized void close() throws IOException {
      super.close();
      closed(this);
    }
  }
}
