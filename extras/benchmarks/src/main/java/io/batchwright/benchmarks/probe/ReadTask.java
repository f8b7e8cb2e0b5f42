package io.batchwright.benchmarks.probe;

import com.google.gson.JsonObject;
import io.batchwright.benchmarks.data.Dialect;
import io.batchwright.benchmarks.read.Readers;
import io.batchwright.benchmarks.read.ResultReader;
import io.batchwright.benchmarks.read.Tally;
import io.batchwright.benchmarks.read.Target;

/** Reads a smaller file a few times to warm up, and then the measured one. */
final class ReadTask implements Probe.Task {
  @Override
  public JsonObject run(Arguments arguments) throws Exception {
    ResultReader reader = Readers.of(arguments.text("reader"));
    Dialect dialect = Dialect.of(arguments.text("dialect"));
    String url = arguments.text("url");
    Target warm = new Target(url, dialect, arguments.text("warm"));
    WarmUp.run(arguments, () -> reader.read(warm, new Tally()));
    Tally tally = new Tally();
    Meter meter = new Meter();
    reader.read(new Target(url, dialect, arguments.text("file")), tally);
    JsonObject figures = meter.figures();
    tally.addTo(figures);
    return figures;
  }
}
