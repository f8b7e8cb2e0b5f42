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
import io.batchwright.Deleted;
import io.batchwright.InputReport;
import io.batchwright.PollSchedule;
import io.batchwright.ResultsSummary;
import io.batchwright.SubmitAttempt;
import io.batchwright.internal.client.AdapterClient;
import io.batchwright.internal.client.ProviderAdapter;
import io.batchwright.internal.wait.Events;
import io.batchwright.providers.ClientBuilder;
import io.batchwright.recorder.Recording;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.Sandbox;
import io.batchwright.testing.Adapters;
import io.batchwright.testing.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A provider's sandbox and a client for it, both in the same virtual time. */
public final class TestBed implements AutoCloseable {
  public static final String KEY = "sk-only-for-this-stage";
  public static final Duration BATCH_TIME = Duration.ofHours(1);

  /** Little concurrency, but some, because not-found batches are retried. */
  private static final PollSchedule SELDOM =
      new PollSchedule(Duration.ofSeconds(10), Duration.ofMinutes(10), 0);

  private final VirtualClock timer = new VirtualClock();
  private final List<String> events = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();
  private final List<String> uploads = new ArrayList<>();
  private final List<BatchClient> clients = new ArrayList<>();
  private final Recording recording = Recording.begin(timer::nanos);
  private final Subject subject;
  private final Sandbox sandbox;
  private @Nullable BatchClient client;

  public TestBed(Subject subject) {
    this(subject, builder -> builder);
  }

  /** A test bed where the provider's clock is ahead of the client's, or behind it if negative. */
  public TestBed(Subject subject, Duration ahead) {
    this(subject, ahead, builder -> builder);
  }

  public TestBed(Subject subject, UnaryOperator<Sandbox.Builder> setting) {
    this(subject, Duration.ZERO, setting);
  }

  private TestBed(Subject subject, Duration ahead, UnaryOperator<Sandbox.Builder> setting) {
    this.subject = subject;
    this.sandbox =
        setting
            .apply(
                Sandbox.builder()
                    .time(() -> timer.now().plus(ahead))
                    .batchTime(BATCH_TIME)
                    .cancelTime(Duration.ofMinutes(5))
                    .apiKey(KEY)
                    .reply(request -> "Answer to " + request.prompt()))
            .start();
  }

  /** Starts building another client of the same account. */
  public ClientBuilder<?> builder() {
    return subject.builder().apiKey(KEY).baseUrl(url());
  }

  /** Creates a client in the same virtual time, which is closed with the test bed. */
  public BatchClient client(ClientBuilder<?> builder) {
    BatchListener listener = recording.listener(new Recorder());
    BatchClient made =
        recording.client(
            new AdapterClient(
                Adapters.of(builder), new Events(listener, Runnable::run, Runnable::run), timer));
    clients.add(made);
    return made;
  }

  public BatchClient client() {
    BatchClient usual = client;
    if (usual == null) {
      usual = client(builder());
      client = usual;
    }
    return usual;
  }

  public ProviderControl wire() {
    return subject.control(sandbox);
  }

  /** Returns the whole sandbox. */
  public Sandbox sandbox() {
    return sandbox;
  }

  public VirtualClock timer() {
    return timer;
  }

  /** Returns the recorder of the calls of every client. */
  public Recording recording() {
    return recording;
  }

  public String url() {
    return subject.url(sandbox);
  }

  /** Returns a handle of a batch that the library did not create. */
  public BatchHandle open(String id) {
    try (ProviderAdapter provider = Adapters.of(builder())) {
      return client().open(provider.ref(id));
    }
  }

  /** Returns the events of the listeners of all clients, with their times. */
  public List<String> events() {
    return List.copyOf(events);
  }

  /** Returns the progress of uploads that the listener of every client received. */
  public List<String> uploads() {
    return List.copyOf(uploads);
  }

  /** Returns the steps of batches that the listener of every client received. */
  public List<String> steps() {
    return List.copyOf(steps);
  }

  /** Advances the clock until the batch must have ended, and returns its final status. */
  public BatchStatus awaitEnd(Batch batch) {
    CompletableFuture<BatchStatus> wait =
        batch.awaitAsync(AwaitOptions.within(Duration.ofDays(2)).withSchedule(SELDOM));
    timer.advance(BATCH_TIME.plus(SELDOM.most()));
    assertThat(wait).isCompleted();
    return wait.join();
  }

  @Override
  public void close() {
    clients.forEach(BatchClient::close);
    recording.end(wire().requests(), timer.sleeps());
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
    public void validated(InputReport report) {
      steps.add("validated " + report.requests());
    }

    @Override
    public void uploading(SubmitAttempt attempt, long sent, long total) {
      uploads.add(attempt.requests() + ": " + sent + "/" + total);
    }

    @Override
    public void submitted(BatchStatus status) {
      steps.add("submitted");
    }

    @Override
    public void ended(BatchStatus status) {
      steps.add("ended " + status.state());
    }

    @Override
    public void resultsOpened(BatchRef ref) {
      steps.add("opened");
    }

    @Override
    public void resultsRead(BatchRef ref, ResultsSummary summary) {
      steps.add("read " + summary.total());
    }

    @Override
    public void cancelled(BatchRef ref) {
      steps.add("cancelled");
    }

    @Override
    public void deleted(Deleted deleted) {
      steps.add("deleted");
    }

    @Override
    public void resultsResumed(BatchRef ref, long line, BatchException error) {
      events.add("resumed behind line " + line);
    }
  }
}
