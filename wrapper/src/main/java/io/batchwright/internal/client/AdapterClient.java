package io.batchwright.internal.client;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import io.batchwright.BatchStatus;
import io.batchwright.Capability;
import io.batchwright.InputReport;
import io.batchwright.InvalidInputException;
import io.batchwright.ListOptions;
import io.batchwright.ProviderLimits;
import io.batchwright.SubmitAttempt;
import io.batchwright.SubmitCandidates;
import io.batchwright.SubmitOptions;
import io.batchwright.internal.requests.CheckedRequests;
import io.batchwright.internal.requests.FirstLine;
import io.batchwright.internal.wait.Clock;
import io.batchwright.internal.wait.Events;
import io.batchwright.internal.wait.Poller;
import io.batchwright.internal.wait.SystemClock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** The client over one adapter. Thread-safe. */
public final class AdapterClient implements BatchClient {
  private final ProviderAdapter provider;
  private final OptionCheck check;
  private final Events events;
  private final Poller poller;
  private final Clock clock;
  private volatile boolean closed;

  /** Creates a client, which closes the adapter, the clock and the events with itself. */
  public AdapterClient(ProviderAdapter provider, Events events, Clock clock) {
    this.provider = provider;
    this.check = new OptionCheck(provider);
    this.clock = clock;
    this.events = events;
    this.poller = new Poller(clock, provider, events);
  }

  /** Creates a client in real time. */
  public static AdapterClient of(
      ProviderAdapter provider, BatchListener listener, Executor callbacks) {
    String name = "batchwright-" + provider.name();
    Events events = Events.onOwnThread(name, listener, callbacks);
    return new AdapterClient(provider, events, new SystemClock(name));
  }

  @Override
  public BatchHandle submit(BatchInput input, SubmitOptions options) {
    check.submit(input, options);
    if (input instanceof BatchInput.Uploaded file) {
      return create(0, attempt -> provider.create(file.fileId(), options, attempt, clock));
    }
    SubmitOptions full = withEndpoint(input, options);
    CheckedRequests requests = checked(input, full);
    events.send(listener -> listener.validated(requests.report()));
    return create(
        requests.count(),
        attempt -> {
          CheckedRequests.Progress progress =
              (sent, total) -> events.sendLatest(attempt, to -> to.uploading(attempt, sent, total));
          return provider.create(requests.reporting(progress), full, attempt, clock);
        });
  }

  /** Returns the options with the endpoint that the lines of a file name, if none is set. */
  private SubmitOptions withEndpoint(BatchInput input, SubmitOptions options) {
    boolean open =
        options.endpoint() == null && provider.capabilities().contains(Capability.ENDPOINT);
    String url = open ? FirstLine.url(input) : null;
    return url != null && provider.hasEndpoint(url) ? options.withEndpoint(url) : options;
  }

  private CheckedRequests checked(BatchInput input, SubmitOptions options) {
    return CheckedRequests.check(input, provider.requestFormat(options), provider.limits(options));
  }

  private BatchHandle create(long requests, Function<SubmitAttempt, BatchStatus> call) {
    SubmitAttempt attempt =
        new SubmitAttempt(
            provider.name(), clock.now(), null, requests, UUID.randomUUID().toString());
    if (closed) {
      throw new IllegalStateException("The client is closed; nothing was submitted");
    }
    BatchStatus created = call.apply(attempt);
    BatchHandle handle = open(created.ref());
    events.send(listener -> listener.submitted(created));
    return handle;
  }

  @Override
  public InputReport validate(BatchInput input, SubmitOptions options) {
    check.submit(input, options);
    try {
      return checked(input, withEndpoint(input, options)).report();
    } catch (InvalidInputException e) {
      return e.report();
    }
  }

  @Override
  public Set<Capability> capabilities() {
    return provider.capabilities();
  }

  @Override
  public ProviderLimits limits(SubmitOptions options) {
    return provider.limits(options);
  }

  @Override
  public BatchHandle open(BatchRef ref) {
    BatchRef own = provider.ref(ref.id());
    // An adapter may spell the id in its own way.
    if (!own.equals(new BatchRef(ref.provider(), own.id(), ref.origin()))) {
      throw new IllegalArgumentException(
          ref
              + " is not a batch of this client, whose refs look like "
              + own
              + "; build a client for that provider and base URL");
    }
    return new LiveHandle(new BatchAccess(provider, poller, events, clock, own), false);
  }

  @Override
  public void wake(BatchRef ref) {
    poller.wake(provider.ref(ref.id()));
  }

  @Override
  public Iterable<BatchStatus> list(ListOptions options) {
    check.list(options);
    return () -> new Listing(provider, options);
  }

  @Override
  public SubmitCandidates findSubmitted(SubmitAttempt attempt) {
    if (!attempt.provider().equals(provider.name())) {
      throw new IllegalArgumentException(
          "The attempt was made at "
              + attempt.provider()
              + ", this client is of "
              + provider.name());
    }
    return SubmitSearch.run(provider, attempt, clock::now);
  }

  @Override
  public void close() {
    closed = true;
    poller.close();
    provider.close();
    events.close();
  }
}
