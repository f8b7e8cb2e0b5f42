package io.batchwright.testing;

import io.batchwright.AwaitOptions;
import io.batchwright.BatchException;
import io.batchwright.BatchHandle;
import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import io.batchwright.BatchStatus;
import io.batchwright.PollSchedule;
import io.batchwright.internal.client.AdapterClient;
import io.batchwright.internal.wait.Events;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * A client with a {@link FakeAdapter} in virtual time, which records when it polled and the events
 * of its listener. Callbacks run at once unless an executor is given. Thread-safe.
 */
public final class FakeClient implements AutoCloseable {
  /** The usual schedule without its jitter. */
  public static final PollSchedule STEADY =
      new PollSchedule(Duration.ofSeconds(10), Duration.ofSeconds(60), 0);

  private final VirtualClock timer = new VirtualClock();
  private final FakeAdapter provider = new FakeAdapter();
  private final List<Double> polls = Collections.synchronizedList(new ArrayList<>());
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private final AdapterClient client;

  /** Creates a client whose callbacks run at once. */
  public FakeClient() {
    this(Runnable::run);
  }

  /** Creates a client whose callbacks run on this executor. */
  public FakeClient(Executor callbacks) {
    client =
        new AdapterClient(provider, new Events(new Recorder(), Runnable::run, callbacks), timer);
    script(provider::running);
  }

  /** Sets the response to status; the times of calls are recorded. */
  public void script(FakeAdapter.Script<BatchStatus> responses) {
    provider.onStatus(
        (ref, call) -> {
          polls.add(timer.nanos() / 1e9);
          return responses.respond(ref, call);
        });
  }

  /** Returns a handle of a batch with this id. */
  public BatchHandle open(String id) {
    return client.open(provider.ref(id));
  }

  /** Returns the options to wait this long, without jitter. */
  public static AwaitOptions within(Duration deadline) {
    return AwaitOptions.within(deadline).withSchedule(STEADY);
  }

  public AdapterClient client() {
    return client;
  }

  public FakeAdapter provider() {
    return provider;
  }

  public VirtualClock timer() {
    return timer;
  }

  /** Returns the seconds of all polls. */
  public List<Double> polls() {
    return List.copyOf(polls);
  }

  /** Returns the events of the listener. */
  public List<String> events() {
    return List.copyOf(events);
  }

  @Override
  public void close() {
    client.close();
  }

  private final class Recorder implements BatchListener {
    @Override
    public void polled(BatchStatus status) {
      events.add("polled " + status.ref().id() + " " + status.state());
    }

    @Override
    public void pollFailed(BatchRef ref, BatchException error, int failures, Duration outage) {
      events.add(
          "failed "
              + ref.id()
              + " "
              + error.getClass().getSimpleName()
              + " "
              + failures
              + " "
              + outage);
    }
  }
}
