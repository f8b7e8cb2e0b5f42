package io.batchwright.benchmarks.probe;

import com.google.gson.JsonObject;
import io.batchwright.benchmarks.send.Sender;
import io.batchwright.benchmarks.send.Senders;
import java.nio.file.Path;

/** Sends a smaller file a few times to warm up, and then the measured one. */
final class SendTask implements Probe.Task {
  @Override
  public JsonObject run(Arguments arguments) throws Exception {
    Sender sender = Senders.of(arguments.text("sender"));
    String url = arguments.text("url");
    Sender.Sending warm = sender.prepare(url, Path.of(arguments.text("warm")));
    WarmUp.run(arguments, warm::send);
    Sender.Sending measured = sender.prepare(url, Path.of(arguments.text("file")));
    Meter meter = new Meter();
    measured.send();
    return meter.figures();
  }
}
