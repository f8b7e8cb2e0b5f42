package io.batchwright.benchmarks.send;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.benchmarks.data.Dialect;
import io.batchwright.benchmarks.read.Clients;
import io.batchwright.benchmarks.read.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** The library's submit of requests that are created one by one on demand. */
final class OursSourceSender implements Sender {
  @Override
  public Sending prepare(String url, Path file) throws IOException {
    List<String> bodies = Bodies.of(file);
    int count = Bodies.lines(file);
    Iterable<BatchRequest> requests =
        () ->
            IntStream.range(0, count)
                .mapToObj(i -> BatchRequest.ofJson("req-" + i, bodies.get(i % bodies.size())))
                .iterator();
    BatchInput input = BatchInput.of(requests);
    return () -> {
      try (BatchClient client = Clients.of(new Target(url, Dialect.ANTHROPIC, ""))) {
        BatchHandle unused = client.submit(input);
      }
    };
  }
}
