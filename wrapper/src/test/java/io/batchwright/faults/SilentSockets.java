package io.batchwright.faults;

import io.batchwright.testing.VirtualClock;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets with virtual read timeouts: when a test knows that no more bytes arrive, the reader gets
 * its timeout at once, and virtual time advances by the timeout. Thread-safe.
 */
final class SilentSockets extends SocketFactory {
  /** How many milliseconds a read waits before it checks again whether more arrives. */
  private static final int LOOK = 20;

  private final VirtualClock timer;
  private final Set<SilentSocket> open = ConcurrentHashMap.newKeySet();
  private final List<Duration> waits = new ArrayList<>();

  SilentSockets(VirtualClock timer) {
    this.timer = timer;
  }

  /** Silences every open socket until a further request is sent on it. */
  void nothingMoreComes() {
    List.copyOf(open).forEach(SilentSocket::fallSilent);
  }

  /** Returns the total time of the timeouts. */
  synchronized List<Duration> waits() {
    return List.copyOf(waits);
  }

  private SocketTimeoutException timeOut(Duration patience) {
    synchronized (this) {
      waits.add(patience);
    }
    timer.advance(patience);
    return new SocketTimeoutException("Read timed out");
  }

  @Override
  public Socket createSocket() {
    SilentSocket socket = new SilentSocket();
    open.add(socket);
    return socket;
  }

  private final class SilentSocket extends Socket {
    private @Nullable InputStream in;
    private volatile int patience;
    private volatile boolean silent;

    void fallSilent() {
      silent = true;
    }

    @Override
    public synchronized void setSoTimeout(int millis) throws SocketException {
      patience = millis;
      super.setSoTimeout(millis == 0 ? LOOK : Math.min(millis, LOOK));
    }

    @Override
    public synchronized int getSoTimeout() {
      return patience;
    }

    @Override
    public synchronized InputStream getInputStream() throws IOException {
      InputStream stream = in;
      if (stream == null) {
        stream = new Timing(super.getInputStream());
        in = stream;
      }
      return stream;
    }

    /** A pooled connection that was idle during the silence is not silent for the next request. */
    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
          silent = false;
          out.write(bytes, from, length);
        }
      };
    }

    @Override
    public synchronized void close() throws IOException {
      open.remove(this);
      super.close();
    }

    private final class Timing extends FilterInputStream {
      Timing(InputStream in) {
        super(in);
      }

      /** Bytes that arrived before the silence are read first. */
      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        while (true) {
          boolean over = silent;
          try {
            return super.read(bytes, offset, length);
          } catch (SocketTimeoutException e) {
            if (patience > 0 && patience <= LOOK) {
              throw e;
            }
            if (over) {
              throw timeOut(Duration.ofMillis(patience));
            }
          }
        }
      }
    }
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("Connected later");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw new UnsupportedOperationException("Connected later");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException("Connected later");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("Connected later");
  }
}
