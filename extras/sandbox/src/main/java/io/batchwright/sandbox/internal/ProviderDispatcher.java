package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.BatchScript;
import io.batchwright.sandbox.FaultScript;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.SandboxCall;
import io.batchwright.sandbox.internal.http.Exchange;
import io.batchwright.sandbox.internal.http.Reaction;
import io.batchwright.sandbox.internal.http.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Dispatches the requests for one provider: counts them, applies faults, logs the most recent ones.
 */
public final class ProviderDispatcher implements ProviderControl {
  private final Provider provider;
  private final Batches<?> batches;
  private final Runnable refuseConnections;
  private final Faults faults = new Faults();
  private final CallLog calls = new CallLog();
  private final Map<Operation, AtomicInteger> counts = new EnumMap<>(Operation.class);

  ProviderDispatcher(Provider provider, Batches<?> batches, Runnable refuseConnections) {
    this.provider = provider;
    this.batches = batches;
    this.refuseConnections = refuseConnections;
    for (Operation operation : Operation.values()) counts.put(operation, new AtomicInteger());
  }

  Reaction handle(Exchange exchange) throws IOException {
    Operation operation = provider.operation(exchange);
    if (operation != null) counter(operation).incrementAndGet();
    try {
      return react(operation, exchange);
    } finally {
      calls.add(
          new SandboxCall(
              operation,
              exchange.method(),
              exchange.target(),
              headers(exchange),
              exchange.bodySize()));
    }
  }

  private static List<Map.Entry<String, String>> headers(Exchange exchange) {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    exchange
        .headers()
        .forEach(header -> headers.add(Map.entry(header.getFirst(), header.getSecond())));
    return headers;
  }

  private Reaction react(@Nullable Operation operation, Exchange exchange) throws IOException {
    if (operation != null) {
      Fault fault = faults.next(operation);
      if (fault != null) {
        return fault.react(new Fault.Context(provider, operation, exchange, refuseConnections));
      }
    }
    Response response = provider.respond(operation, exchange);
    exchange.drain();
    return response;
  }

  private AtomicInteger counter(Operation operation) {
    return Objects.requireNonNull(counts.get(operation));
  }

  @Override
  public int count(Operation operation) {
    return counter(operation).get();
  }

  @Override
  public int created() {
    return batches.created();
  }

  @Override
  public List<String> ids() {
    return batches.ids();
  }

  @Override
  public List<String> files() {
    return provider.files();
  }

  @Override
  public List<SandboxCall> requests() {
    return calls.last();
  }

  @Override
  public FaultScript faults() {
    return faults;
  }

  @Override
  public BatchScript script(String batchId) {
    Batch batch = batches.find(provider.batchId(batchId));
    if (batch == null) throw new IllegalArgumentException("There is no batch " + batchId);
    return batch.script();
  }

  @Override
  public BatchScript scriptNext() {
    return batches.scriptNext();
  }
}
