package io.batchwright.benchmarks.send;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.benchmarks.data.Dialect;
import io.batchwright.benchmarks.read.Clients;
import io.batchwright.benchmarks.read.Target;
import java.nio.file.Path;

/** The library's submit of a file: it is validated, then sent. */
final class OursFileSender implements Sender {
  private final Dialect dialect;

  OursFileSender(Dialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public Sending prepare(String url, Path file) {
    BatchInput input = BatchInput.ofFile(file);
    return () -> {
      try (BatchClient client = Clients.of(new Target(url, dialect, ""))) {
        BatchHandle unused = client.submit(input);
      }
    };
  }
}
