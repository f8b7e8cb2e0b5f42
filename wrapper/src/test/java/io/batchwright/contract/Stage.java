package io.batchwright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.AwaitOptions;
import io.batchwright.Batch;
import io.batchwright.BatchClient;
import io.batchwright.BatchException;
import io.batchwright.BatchHandle;
import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import io.batchwright.BatchStatus;
import io.batchwright.PollSchedule;
import io.batchwright.internal.handle.ProviderClient;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.Sandbox;
import io.batchwright.spi.BatchProvider;
import io.batchwright.spi.ClientBuilder;
import io.batchwright.testing.VirtualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** A provider's sandbox and a client over it, both in the same virtual time. */
final class Stage implements AutoCloseable {
  static final String KEY = "sk-only-for-this-stage";
  static final Duration BATCH_TIME = Duration.ofHours(1);

  /** Few calls, but some at once, as a batch may be not found for a moment. */
  private static final PollSchedule SELDOM =
      new PollSchedule(Duration.ofSeconds(10), Duration.ofMinutes(10), 0);

  private final VirtualTimer timer = new VirtualTimer();
  private final List<String> events = new ArrayList<>();
  private final List<BatchClient> clients = new ArrayList<>();
  private final Subject subject;
  private final Sandbox sandbox;
  private final BatchClient client;

  Stage(Subject subject) {
    this(subject, builder -> builder);
  }

  Stage(Subject subject, UnaryOperator<Sandbox.Builder> setting) {
    this.subject = subject;
    this.sandbox =
        setting
            .apply(
                Sandbox.builder()
                    .time(timer::now)
                    .batchTime(BATCH_TIME)
                    .cancelTime(Duration.ofMinutes(5))
                    .apiKey(KEY)
                    .reply(request -> "Answer to " + request.prompt()))
            .start();
    this.client = client(builder());
  }

  /** Begins another client of the same account. */
  ClientBuilder<?> builder() {
    return subject.builder().apiKey(KEY).baseUrl(url());
  }

  /** Makes a client in the stage's time, which is closed with it. */
  BatchClient client(ClientBuilder<?> builder) {
    BatchClient made =
        ProviderClient.of(builder.buildProvider(), new Recorder(), Runnable::run, timer);
    clients.add(made);
    return made;
  }

  BatchClient client() {
    return client;
  }

  ProviderControl wire() {
    return subject.control(sandbox);
  }

  VirtualTimer timer() {
    return timer;
  }

  String url() {
    return subject.url(sandbox);
  }

  /** Gives a handle on a batch that the library did not make. */
  BatchHandle open(String id) {
    try (BatchProvider provider = builder().buildProvider()) {
      return client.open(provider.ref(id));
    }
  }

  /** Gives what the listener of every client heard, and when. */
  List<String> events() {
    return List.copyOf(events);
  }

  /** Makes time pass until the batch must have ended, and gives how it ended. */
  BatchStatus awaitEnd(Batch batch) {
    CompletableFuture<BatchStatus> wait =
        batch.awaitAsync(AwaitOptions.within(Duration.ofDays(2)).schedule(SELDOM));
    timer.advance(BATCH_TIME.plus(SELDOM.most()));
    assertThat(wait).isCompleted();
    return wait.join();
  }

  @Override
  public void close() {
    clients.forEach(BatchClient::close);
    sandbox.close();
  }

  private final class Recorder implements BatchListener {
    @Override
    public void polled(BatchStatus status) {
      events.add(timer.nanos() / 1_000_000_000 + " polled");
    }

    @Override
    public void pollFailed(BatchRef ref, BatchException error, int failures, Duration outage) {
      events.add(timer.nanos() / 1_000_000_000 + " " + error.getClass().getSimpleName());
    }

    @Override
    public void resultsResumed(BatchRef ref, long line, BatchException error) {
      events.add("resumed behind line " + line);
    }
  }
}
