package io.batchwright.benchmarks.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Serves a folder of files on a free port, which it prints; exits when its standard input ends. */
public final class ServerMain {
  private ServerMain() {}

  /** Argument: the folder. */
  public static void main(String[] args) throws IOException {
    Routes routes = new Routes(Path.of(args[0]));
    ServerSocketChannel socket = ServerSocketChannel.open();
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    start("accept", () -> accept(socket, routes));
    System.out.println(((InetSocketAddress) socket.getLocalAddress()).getPort());
    System.in.transferTo(OutputStream.nullOutputStream());
    System.exit(0);
  }

  private static void accept(ServerSocketChannel socket, Routes routes) {
    try {
      while (true) {
        SocketChannel channel = socket.accept();
        start("connection", () -> new Connection(channel, routes).serve());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("No connections can be accepted", e);
    }
  }

  private static void start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }
}
