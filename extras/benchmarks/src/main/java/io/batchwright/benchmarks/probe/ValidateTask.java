package io.batchwright.benchmarks.probe;

import com.google.gson.JsonObject;
import io.batchwright.BatchClient;
import io.batchwright.BatchInput;
import io.batchwright.InputReport;
import io.batchwright.benchmarks.data.Dialect;
import io.batchwright.benchmarks.read.Clients;
import io.batchwright.benchmarks.read.Target;
import java.nio.file.Path;

/**
 * Validates a file with the library without sending it, a few times to warm up and once measured.
 */
final class ValidateTask implements Probe.Task {
  @Override
  public JsonObject run(Arguments arguments) throws Exception {
    Dialect dialect = Dialect.of(arguments.text("dialect"));
    try (BatchClient client = Clients.of(new Target(arguments.text("url"), dialect, ""))) {
      BatchInput warm = BatchInput.ofFile(Path.of(arguments.text("warm")));
      WarmUp.run(arguments, () -> checked(client.validate(warm)));
      Meter meter = new Meter();
      InputReport report =
          checked(client.validate(BatchInput.ofFile(Path.of(arguments.text("file")))));
      JsonObject figures = meter.figures();
      figures.addProperty("lines", report.requests());
      return figures;
    }
  }

  private static InputReport checked(InputReport report) {
    if (report.problemCount() > 0) {
      throw new IllegalStateException("The input has problems: " + report.problems());
    }
    return report;
  }
}
