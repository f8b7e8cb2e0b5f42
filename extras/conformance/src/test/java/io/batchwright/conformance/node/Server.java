package io.batchwright.conformance.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A third-party server, on its own port of this machine. */
public final class Server implements AutoCloseable {
  private final ChildProcess process;
  private final String url;

  private Server(ChildProcess process, String url) {
    this.process = process;
    this.url = url;
  }

  /** aimock, with additional flags: it implements OpenAI's files and batches. */
  public static Server aimock(String... flags) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-f", "fixtures.json"));
    arguments.addAll(List.of(flags));
    return start("@copilotkit/aimock/dist/cli.js", 0, "listening on ", arguments);
  }

  /** steady, which validates requests against a specification and responds with made-up values. */
  public static Server steady(Path specification) throws IOException {
    // With port 0 it listens on any free port but does not report which.
    return start(
        "@stdy/cli/steady.js",
        freePort(),
        "Ready to accept requests on ",
        List.of("--host", "127.0.0.1", specification.toString()));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /**
   * prism, which forwards requests and validates them and their responses against a specification.
   */
  public static Server prism(Path specification, String upstream) throws IOException {
    return start(
        "@stoplight/prism-cli/dist/index.js",
        0,
        "Prism is listening on ",
        List.of("proxy", specification.toString(), upstream));
  }

  private static Server start(String script, int port, String marker, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("node", "--import", "./leash.mjs"));
    command.add("node_modules/" + script);
    command.addAll(arguments);
    command.addAll(List.of("-p", String.valueOf(port)));
    ChildProcess process = ChildProcess.start(command.toArray(String[]::new));
    try {
      String line = process.readLine();
      while (!line.contains(marker)) line = process.readLine();
      process.ignoreRest();
      String url = line.substring(line.indexOf(marker) + marker.length()).split(" ", 2)[0];
      return new Server(process, url);
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
  }

  /** Its base URL, without a trailing slash. */
  public String url() {
    return url;
  }

  @Override
  public void close() {
    process.close();
  }
}
