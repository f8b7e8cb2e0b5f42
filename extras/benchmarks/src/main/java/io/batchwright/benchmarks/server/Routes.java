package io.batchwright.benchmarks.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Responds to requests. Thread-safe. */
final class Routes {
  private final Path folder;
  private final Journal journal = new Journal();
  private final ScheduledBatches waits = new ScheduledBatches();
  private final BatchPages batches = new BatchPages(waits);

  Routes(Path folder) {
    this.folder = folder;
  }

  void respond(Exchange exchange) throws IOException {
    String path = exchange.head().path();
    if (path.startsWith("/bench/")) {
      control(exchange, path.substring("/bench/".length()));
      return;
    }
    String name = downloadName(path);
    if (name != null) {
      journal.count("download");
      download(exchange, name);
    } else if (exchange.head().method().equals("POST")) {
      journal.count("create");
      upload(exchange);
    } else {
      boolean one = path.contains("/batches/");
      journal.count(one ? "retrieve" : "list");
      exchange.output().json(200, one ? batches.one(path) : batches.list(exchange.head()));
    }
  }

  /** The endpoints for the benchmarks themselves. */
  private void control(Exchange exchange, String what) throws IOException {
    RequestHead head = exchange.head();
    switch (what) {
      case "stats" -> exchange.output().json(200, journal.json());
      case "clear" -> {
        journal.clear();
        exchange.output().json(200, "{}");
      }
      case "waits" -> exchange.output().json(200, waits.open(head));
      default -> exchange.output().json(404, "{}");
    }
  }

  private static @Nullable String downloadName(String path) {
    String[] steps = path.split("/", -1);
    String last = steps[steps.length - 1];
    if (last.endsWith(":download")) {
      return last.substring(0, last.length() - ":download".length());
    }
    return switch (last) {
      case "results" -> BatchPages.bare(steps[steps.length - 2]);
      case "content" -> BatchPages.bare(steps[steps.length - 2]);
      default -> null;
    };
  }

  private void download(Exchange exchange, String name) throws IOException {
    Served served = Served.of(folder, name);
    if (served.gzip() && !exchange.head().acceptsGzip()) {
      exchange.output().json(406, "{\"error\":{\"message\":\"gzip is not requested\"}}");
      return;
    }
    try (FileChannel file = FileChannel.open(served.file())) {
      long cpu = Cpu.ofThisThread();
      long start = System.nanoTime();
      exchange.output().head(head(served, file.size()));
      if (served.chunked()) {
        exchange.output().chunked(file);
      } else {
        for (int i = 0; i < served.times(); i++) {
          exchange.output().file(file);
        }
      }
      journal.add(
          new Journal.Transfer(
              name,
              file.size() * served.times(),
              System.nanoTime() - start,
              Cpu.ofThisThread() - cpu));
    }
  }

  private static String head(Served served, long size) {
    return "200 OK\r\ncontent-type: application/octet-stream\r\n"
        + (served.gzip() ? "content-encoding: gzip\r\n" : "")
        + (served.chunked()
            ? "transfer-encoding: chunked\r\n"
            : "content-length: " + size * served.times() + "\r\n");
  }

  private void upload(Exchange exchange) throws IOException {
    long cpu = Cpu.ofThisThread();
    Input.Body body = exchange.input().swallow(exchange.head());
    // Recorded before the client can query it.
    journal.add(
        new Journal.Transfer(
            exchange.head().path(),
            body.bytes(),
            System.nanoTime() - body.firstByteNanos(),
            Cpu.ofThisThread() - cpu));
    exchange.output().json(200, BatchPages.made(exchange.head(), body.bytes()));
  }
}
