package io.batchwright.benchmarks.run;

import io.batchwright.benchmarks.probe.BenchServer;
import io.batchwright.benchmarks.server.ServerMain;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

/** The server, in its own process, which exits with this one. */
final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final String url;

  private ServerProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  static ServerProcess start(JavaCommand java, Path folder, Path log) throws IOException {
    Process process =
        new ProcessBuilder(
                java.with("-Xmx256m").main(ServerMain.class, folder.toAbsolutePath().toString()))
            .redirectError(ProcessBuilder.Redirect.to(new File(log.toString())))
            .start();
    BufferedReader out = process.inputReader();
    String port = out.readLine();
    if (port == null) {
      throw new IOException("The server did not start; see " + log);
    }
    return new ServerProcess(process, "http://127.0.0.1:" + port);
  }

  String url() {
    return url;
  }

  BenchServer bench() {
    return new BenchServer(url);
  }

  /** The server exits when its standard input ends. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
  }
}
