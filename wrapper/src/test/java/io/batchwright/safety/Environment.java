package io.batchwright.safety;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.internal.client.AdapterClient;
import io.batchwright.internal.wait.Events;
import io.batchwright.providers.ClientBuilder;
import io.batchwright.sandbox.Sandbox;
import io.batchwright.testing.Adapters;
import io.batchwright.testing.VirtualClock;
import java.time.Duration;

/**
 * A provider's sandbox, a relay in front of it, and a client of the relay in virtual time. Events
 * and log records are collected.
 */
final class Environment implements AutoCloseable {
  private static final Duration BATCH_TIME = Duration.ofHours(1);

  private final VirtualClock timer = new VirtualClock();
  private final Sandbox sandbox;
  private final Relay relay;
  private final Provider provider;
  private final Shown shown = new Shown();
  private final EveryLog log = new EveryLog(shown);
  private final BatchClient client;

  Environment(Provider provider) {
    this.provider = provider;
    this.sandbox =
        Sandbox.builder()
            .time(timer::now)
            .batchTime(BATCH_TIME)
            .apiKey(Canaries.KEY)
            .reply(request -> Canaries.ANSWER)
            .start();
    this.relay = new Relay(sandbox.port());
    this.client = client(builder());
  }

  /** Starts building another client of the relay. */
  ClientBuilder<?> builder() {
    return provider.builder().baseUrl(relay.url() + provider.path(sandbox));
  }

  /** Creates a client whose events are collected, and whose pauses take no time. */
  BatchClient client(ClientBuilder<?> builder) {
    return new AdapterClient(
        Adapters.of(builder), new Events(shown, Runnable::run, Runnable::run), timer);
  }

  BatchClient client() {
    return client;
  }

  Provider provider() {
    return provider;
  }

  Sandbox sandbox() {
    return sandbox;
  }

  Relay relay() {
    return relay;
  }

  Shown shown() {
    return shown;
  }

  VirtualClock timer() {
    return timer;
  }

  /** Creates an ended batch: one request succeeded, one failed. */
  BatchHandle ended() {
    provider.control(sandbox).scriptNext().fail("request-2");
    BatchHandle batch = running();
    timer.advance(BATCH_TIME.plusSeconds(1));
    return batch;
  }

  /** Creates a running batch. */
  BatchHandle running() {
    return client.submit(provider.input("request-1", "request-2"));
  }

  @Override
  public void close() {
    client.close();
    relay.close();
    sandbox.close();
    log.close();
  }
}
