package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.FaultRule;
import io.batchwright.sandbox.Framing;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.internal.http.Cut;
import io.batchwright.sandbox.internal.http.Reaction;
import io.batchwright.sandbox.internal.http.Response;
import io.batchwright.sandbox.shaded.okhttp3.Headers;
import io.batchwright.sandbox.shaded.okio.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Builds one rule. */
final class Rule implements FaultRule {
  private final Faults faults;
  private final Operation operation;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private int times = 1;
  private int skip;

  Rule(Faults faults, Operation operation) {
    this.faults = faults;
    this.operation = operation;
  }

  @Override
  public FaultRule once() {
    return times(1);
  }

  @Override
  public FaultRule times(int n) {
    if (n < 1) throw new IllegalArgumentException("A rule has to be due at least once");
    times = n;
    return this;
  }

  @Override
  public FaultRule always() {
    return times(Integer.MAX_VALUE);
  }

  @Override
  public FaultRule after(int k) {
    if (k < 0) throw new IllegalArgumentException("A rule cannot skip " + k + " requests");
    skip = k;
    return this;
  }

  @Override
  public FaultRule header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  @Override
  public void respond(int status) {
    respond(status, "");
  }

  @Override
  public void respond(int status, String code) {
    Map<String, String> extra = Map.copyOf(headers);
    add(
        context -> {
          context.exchange().drain();
          return with(extra, context.provider().error(status, code));
        });
  }

  @Override
  public void respond(int status, Map<String, String> exactHeaders, String body) {
    Map<String, String> all = new LinkedHashMap<>(exactHeaders);
    all.putAll(headers);
    Headers wire = Headers.of(all);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    add(
        context -> {
          context.exchange().drain();
          return Response.of(status, wire, bytes);
        });
  }

  @Override
  public void redirect(int status, String location) {
    respond(status, Map.of("Location", location), "");
  }

  @Override
  public void reset() {
    add(context -> new Reaction.Reset());
  }

  @Override
  public void resetAfterRequest() {
    add(
        context -> {
          context.exchange().drain();
          return new Reaction.Reset();
        });
  }

  @Override
  public void resetDuring(long bytes) {
    add(
        context -> {
          context.exchange().breakAfter(bytes);
          context.process(); // an exception from the cut resets the connection as well
          return new Reaction.Reset();
        });
  }

  @Override
  public void loseResponse() {
    add(
        context -> {
          context.process();
          return new Reaction.Reset();
        });
  }

  @Override
  public void closeIdle() {
    add(context -> context.process().thenStale());
  }

  @Override
  public void dropBodyAfter(long bytes) {
    dropBodyAfter(bytes, Framing.CHUNKED);
  }

  @Override
  public void dropBodyAfter(long bytes, Framing framing) {
    cut(new Cut(bytes, Cut.End.DISCONNECT), framing);
  }

  @Override
  public void truncate(long bytes) {
    truncate(bytes, Framing.CLOSE);
  }

  @Override
  public void truncate(long bytes, Framing framing) {
    cut(new Cut(bytes, Cut.End.COMPLETE), framing);
  }

  @Override
  public void stall(long bytes) {
    cut(new Cut(bytes, Cut.End.STALL), Framing.CHUNKED);
  }

  @Override
  public void stall(long bytes, Runnable begun) {
    cut(new Cut(bytes, Cut.End.STALL, begun), Framing.CHUNKED);
  }

  @Override
  public void neverRespond(Runnable begun) {
    add(
        context -> {
          context.exchange().drain();
          return new Reaction.NoResponse(begun);
        });
  }

  @Override
  public void resetBodyAfter(long bytes) {
    cut(new Cut(bytes, Cut.End.RESET), Framing.CHUNKED);
  }

  @Override
  public void rewrite(UnaryOperator<byte[]> change) {
    Map<String, String> extra = Map.copyOf(headers);
    add(
        context -> {
          Response usual = context.process();
          Buffer body = new Buffer();
          usual.content().writeTo(body);
          byte[] changed = change.apply(body.readByteArray());
          return with(extra, Response.of(usual.status(), usual.headers(), changed));
        });
  }

  @Override
  public void refuseNext() {
    add(
        context -> {
          Response last = context.process();
          context.refuseConnections().run();
          return last.thenClose();
        });
  }

  private static Response with(Map<String, String> headers, Response response) {
    Response more = response;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      more = more.header(header.getKey(), header.getValue());
    }
    return more;
  }

  private void cut(Cut cut, Framing framing) {
    add(context -> context.process().cut(cut, framing));
  }

  private void add(Fault fault) {
    faults.add(operation, skip, times, fault);
  }
}
