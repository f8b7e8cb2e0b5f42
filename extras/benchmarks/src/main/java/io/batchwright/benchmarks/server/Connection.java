package io.batchwright.benchmarks.server;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

/** One client's connection: requests and responses in turn, on one thread. */
final class Connection {
  private final SocketChannel channel;
  private final Routes routes;

  Connection(SocketChannel channel, Routes routes) {
    this.channel = channel;
    this.routes = routes;
  }

  void serve() {
    try (SocketChannel open = channel) {
      open.setOption(StandardSocketOptions.TCP_NODELAY, true);
      Input input = new Input(open);
      Output output = new Output(open);
      while (true) {
        RequestHead head = input.head();
        if (head == null) {
          return;
        }
        routes.respond(new Exchange(head, input, output));
        if (head.closes()) {
          return;
        }
      }
    } catch (IOException e) {
      // Clients that run out of memory disconnect halfway; the log records it.
      System.err.println("A connection ended: " + e);
    }
  }
}
