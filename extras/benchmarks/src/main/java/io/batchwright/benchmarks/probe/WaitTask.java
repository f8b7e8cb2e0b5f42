package io.batchwright.benchmarks.probe;

import com.google.gson.JsonObject;
import io.batchwright.AwaitOptions;
import io.batchwright.BatchClient;
import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import io.batchwright.BatchStatus;
import io.batchwright.PollSchedule;
import io.batchwright.anthropic.Anthropic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

/** Waits for many batches at once, which the server ends at different times. */
final class WaitTask implements Probe.Task {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  @Override
  public JsonObject run(Arguments arguments) throws Exception {
    String url = arguments.text("url");
    int count = arguments.number("count");
    BenchServer server = new BenchServer(url);
    server.openWaits(count, arguments.number("first"), arguments.number("last"));
    server.clear();
    LongAdder polled = new LongAdder();
    AwaitOptions options =
        AwaitOptions.within(LONGEST)
            .withSchedule(PollSchedule.every(Duration.ofMillis(arguments.number("pause"))));
    Meter meter = new Meter();
    try (BatchClient client = client(url, polled);
        Sampler sampler = Sampler.start(Duration.ofMillis(arguments.number("first") / 2))) {
      List<CompletableFuture<Long>> waits = new ArrayList<>(count);
      boolean newestFirst = arguments.text("order").equals("newest-first");
      for (int i = 0; i < count; i++) {
        int number = newestFirst ? count - 1 - i : i;
        BatchRef ref = new BatchRef("anthropic", "msgbatch_wait-" + number, url);
        waits.add(client.open(ref).awaitAsync(options).thenApply(WaitTask::lateness));
      }
      CompletableFuture.allOf(waits.toArray(CompletableFuture[]::new)).join();
      JsonObject figures = meter.figures();
      figures.addProperty("waits", count);
      addLateness(figures, waits.stream().map(CompletableFuture::join).sorted().toList());
      sampler.addTo(figures);
      double rounds = Math.max(1, polled.doubleValue() / count);
      long calls = server.calls("list") + server.calls("retrieve");
      figures.addProperty("polled", polled.sum());
      figures.addProperty("listCalls", server.calls("list"));
      figures.addProperty("retrieveCalls", server.calls("retrieve"));
      figures.addProperty("rounds", rounds);
      figures.addProperty("callsPerRound", calls / rounds);
      return figures;
    }
  }

  private static BatchClient client(String url, LongAdder polled) {
    BatchListener listener =
        new BatchListener() {
          @Override
          public void polled(BatchStatus status) {
            polled.increment();
          }
        };
    return Anthropic.builder().apiKey("no-key").baseUrl(url).listener(listener).build();
  }

  /** Returns the delay between the end of a batch and the completion of its wait. */
  private static long lateness(BatchStatus status) {
    Instant ended = Objects.requireNonNull(status.endedAt(), "An ended batch has no end");
    return Duration.between(ended, Instant.now()).toNanos();
  }

  private static void addLateness(JsonObject figures, List<Long> sorted) {
    figures.addProperty("latenessP50Nanos", sorted.get(sorted.size() / 2));
    figures.addProperty("latenessP99Nanos", sorted.get((int) (sorted.size() * 0.99)));
    figures.addProperty("latenessMaxNanos", sorted.get(sorted.size() - 1));
  }
}
