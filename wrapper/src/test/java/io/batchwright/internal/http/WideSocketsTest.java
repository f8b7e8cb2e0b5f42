package io.batchwright.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WideSocketsTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final WideSockets sockets = new WideSockets();
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, LOOPBACK);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void aSocketDeliversEverythingThatIsSent() throws IOException {
    byte[] sent = "0123456789".repeat(50_000).getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = sockets.createSocket()) {
      socket.connect(new InetSocketAddress(LOOPBACK, server.getLocalPort()));
      Thread sender =
          new Thread(
              () -> {
                try (Socket peer = server.accept()) {
                  peer.getOutputStream().write(sent);
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      sender.start();
      assertThat(socket.getInputStream().readNBytes(1)).isEqualTo(new byte[] {'0'});
      assertThat(socket.getInputStream().readNBytes(8192)).hasSize(8192);
      byte[] rest = socket.getInputStream().readAllBytes();
      assertThat(new String(rest, StandardCharsets.US_ASCII))
          .isEqualTo(new String(sent, StandardCharsets.US_ASCII).substring(8193));
    }
  }

  @Test
  void theOtherWaysToCreateASocketConnectIt() throws IOException {
    int port = server.getLocalPort();
    String host = LOOPBACK.getHostAddress();
    try (Socket byName = sockets.createSocket(host, port);
        Socket byAddress = sockets.createSocket(LOOPBACK, port);
        Socket fromHereByName = sockets.createSocket(host, port, LOOPBACK, 0);
        Socket fromHere = sockets.createSocket(LOOPBACK, port, LOOPBACK, 0)) {
      for (Socket socket : new Socket[] {byName, byAddress, fromHereByName, fromHere}) {
        assertThat(socket.isConnected()).isTrue();
        assertThat(socket.getPort()).isEqualTo(port);
      }
    }
  }
}
