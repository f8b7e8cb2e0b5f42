package io.batchwright.internal.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Creates sockets that are read in large pieces. OkHttp reads 8 KB at a time, each with a call into
 * the system, and wakes the sender as often.
 */
final class WideSockets extends SocketFactory {
  private static final int PIECE = 128 << 10;

  @Override
  public Socket createSocket() {
    return new WideSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return SocketFactory.getDefault().createSocket(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return SocketFactory.getDefault().createSocket(host, port, localHost, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return SocketFactory.getDefault().createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
      throws IOException {
    return SocketFactory.getDefault().createSocket(address, port, localAddress, localPort);
  }

  private static final class WideSocket extends Socket {
    private @Nullable InputStream wide;

    @Override
    public synchronized InputStream getInputStream() throws IOException {
      InputStream stream = wide;
      if (stream == null) {
        stream = new BufferedInputStream(super.getInputStream(), PIECE);
        wide = stream;
      }
      return stream;
    }
  }
}
