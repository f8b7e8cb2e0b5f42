package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.internal.anthropic.AnthropicProvider;
import io.batchwright.sandbox.internal.gemini.GeminiProvider;
import io.batchwright.sandbox.internal.http.Exchange;
import io.batchwright.sandbox.internal.http.HttpServer;
import io.batchwright.sandbox.internal.http.Reaction;
import io.batchwright.sandbox.internal.http.Response;
import io.batchwright.sandbox.internal.moonshot.MoonshotProfile;
import io.batchwright.sandbox.internal.openai.DialectProvider;
import io.batchwright.sandbox.internal.openai.OpenAiProfile;
import io.batchwright.sandbox.internal.openai.Profile;
import io.batchwright.sandbox.internal.zhipu.ZhipuProfile;
import io.batchwright.sandbox.shaded.okhttp3.Headers;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The server: a port, the providers on it and the file they share. */
public final class SandboxServer implements Closeable {
  private final Spool spool;
  private final HttpServer server;
  private final Map<String, ProviderDispatcher> dispatchers;

  private SandboxServer(int port, Settings settings, Spool spool) throws IOException {
    this.spool = spool;
    this.dispatchers =
        Map.of(
            "/anthropic", anthropic(settings, spool),
            "/openai", dialect(new OpenAiProfile(), settings, spool),
            "/moonshot", dialect(new MoonshotProfile(), settings, spool),
            "/zhipu", dialect(new ZhipuProfile(), settings, spool),
            "/gemini", gemini(settings, spool));
    this.server = HttpServer.open(port, this::handle);
  }

  public static SandboxServer open(int port, Settings settings) throws IOException {
    Spool spool = Spool.open();
    try {
      return new SandboxServer(port, settings, spool);
    } catch (IOException | RuntimeException e) {
      spool.close();
      throw e;
    }
  }

  private ProviderDispatcher anthropic(Settings settings, Spool spool) {
    Batches<Batch> batches = new Batches<>(settings, spool, AnthropicProvider.BATCH_ID);
    Provider provider = new AnthropicProvider(settings, batches, () -> url("/anthropic"));
    return new ProviderDispatcher(new DateHeader(provider, settings), batches, this::refuse);
  }

  private ProviderDispatcher dialect(Profile profile, Settings settings, Spool spool) {
    DialectProvider provider = new DialectProvider(profile, settings, spool);
    return new ProviderDispatcher(
        new DateHeader(provider, settings), provider.batches(), this::refuse);
  }

  private ProviderDispatcher gemini(Settings settings, Spool spool) {
    GeminiProvider provider = new GeminiProvider(settings, spool);
    return new ProviderDispatcher(
        new DateHeader(provider, settings), provider.batches(), this::refuse);
  }

  private Reaction handle(Exchange exchange) throws IOException {
    ProviderDispatcher dispatcher = dispatchers.get("/" + exchange.url().pathSegments().get(0));
    if (dispatcher != null) return dispatcher.handle(exchange);
    exchange.drain();
    return Response.of(404, Headers.of(), new byte[0]);
  }

  public int port() {
    return server.port();
  }

  public String url(String path) {
    return server.url(path);
  }

  public ProviderDispatcher dispatcher(String prefix) {
    ProviderDispatcher dispatcher = dispatchers.get(prefix);
    if (dispatcher == null) throw new IllegalArgumentException("No provider at " + prefix);
    return dispatcher;
  }

  /** Refuses connections from now on, and resets those without a request in progress. */
  public void refuse() {
    try {
      server.refuse();
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox could not stop listening", e);
    }
  }

  /** Accepts connections again. */
  public void accept() {
    try {
      server.accept();
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox could not listen again", e);
    }
  }

  @Override
  public void close() {
    server.close();
    try {
      spool.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox's temporary file could not be closed", e);
    }
  }
}
