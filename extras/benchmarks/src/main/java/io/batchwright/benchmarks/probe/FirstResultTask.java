package io.batchwright.benchmarks.probe;

import com.google.gson.JsonObject;
import io.batchwright.benchmarks.data.Dialect;
import io.batchwright.benchmarks.read.Readers;
import io.batchwright.benchmarks.read.Tally;
import io.batchwright.benchmarks.read.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Reads in a cold process; measures the time from the start of the process to its first result. */
final class FirstResultTask implements Probe.Task {
  @Override
  public JsonObject run(Arguments arguments) throws Exception {
    Target target =
        new Target(
            arguments.text("url"), Dialect.of(arguments.text("dialect")), arguments.text("file"));
    Tally tally = new Tally();
    Readers.of(arguments.text("reader")).read(target, tally);
    Instant first = Objects.requireNonNull(tally.firstAt(), "There was no result");
    Instant started = Instant.parse(arguments.text("started"));
    JsonObject figures = new JsonObject();
    figures.addProperty("firstResultNanos", Duration.between(started, first).toNanos());
    figures.addProperty("peakRssBytes", Meter.peakRss());
    tally.addTo(figures);
    return figures;
  }
}
