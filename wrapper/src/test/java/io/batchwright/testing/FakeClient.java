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
 * A client over a {@link FakeAdapter} in virtual time, and a record of when it asked for a status
 * and what its listener heard. Callbacks run at once unless an executor is given. Thread-safe.
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

  /** Makes a client whose callbacks run at once. */
  public FakeClient() {
    this(Runnable::run);
  }

  /** Makes a client whose callbacks run on this executor. */
  public FakeClient(Executor callbacks) {
    client =
        new AdapterClient(provider, new Events(new Recorder(), Runnable::run, callbacks), timer);
    script(provider::running);
  }

  /** Sets what status answers; when it is asked is noted. */
  public void script(FakeAdapter.Script<BatchStatus> answers) {
    provider.onStatus(
        (ref, call) -> {
          polls.add(timer.nanos() / 1e9);
          return answers.answer(ref, call);
        });
  }

  /** Gives a handle on a batch of this id. */
  public BatchHandle open(String id) {
    return client.open(provider.ref(id));
  }

  /** Gives the options to wait so long, without jitter. */
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

  /** Gives the seconds at which a status was asked for. */
  public List<Double> polls() {
    return List.copyOf(polls);
  }

  /** Gives what the listener heard. */
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
