package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.internal.anthropic.AnthropicProvider;
import io.batchwright.sandbox.internal.gemini.GeminiProvider;
import io.batchwright.sandbox.internal.http.Answer;
import io.batchwright.sandbox.internal.http.Exchange;
import io.batchwright.sandbox.internal.http.HttpServer;
import io.batchwright.sandbox.internal.http.Reaction;
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

/** The port, the providers behind it and the file they share. */
public final class House implements Closeable {
  private final Spool spool;
  private final HttpServer server;
  private final Map<String, Desk> desks;

  private House(int port, Settings settings, Spool spool) throws IOException {
    this.spool = spool;
    this.desks =
        Map.of(
            "/anthropic", anthropic(settings, spool),
            "/openai", dialect(new OpenAiProfile(), settings, spool),
            "/moonshot", dialect(new MoonshotProfile(), settings, spool),
            "/zhipu", dialect(new ZhipuProfile(), settings, spool),
            "/gemini", gemini(settings, spool));
    this.server = HttpServer.open(port, this::handle);
  }

  public static House open(int port, Settings settings) throws IOException {
    Spool spool = Spool.open();
    try {
      return new House(port, settings, spool);
    } catch (IOException | RuntimeException e) {
      spool.close();
      throw e;
    }
  }

  private Desk anthropic(Settings settings, Spool spool) {
    Batches<Batch> batches = new Batches<>(settings, spool, AnthropicProvider.BATCH_ID);
    Provider provider = new AnthropicProvider(settings, batches, () -> url("/anthropic"));
    return new Desk(new Dated(provider, settings), batches, this::refuse);
  }

  private Desk dialect(Profile profile, Settings settings, Spool spool) {
    DialectProvider provider = new DialectProvider(profile, settings, spool);
    return new Desk(new Dated(provider, settings), provider.batches(), this::refuse);
  }

  private Desk gemini(Settings settings, Spool spool) {
    GeminiProvider provider = new GeminiProvider(settings, spool);
    return new Desk(new Dated(provider, settings), provider.batches(), this::refuse);
  }

  private Reaction handle(Exchange exchange) throws IOException {
    Desk desk = desks.get("/" + exchange.url().pathSegments().get(0));
    if (desk != null) return desk.handle(exchange);
    exchange.drain();
    return Answer.of(404, Headers.of(), new byte[0]);
  }

  public int port() {
    return server.port();
  }

  public String url(String path) {
    return server.url(path);
  }

  public Desk desk(String prefix) {
    Desk desk = desks.get(prefix);
    if (desk == null) throw new IllegalArgumentException("No provider at " + prefix);
    return desk;
  }

  /** Refuses connections from now on, and resets those that no request is being answered on. */
  public void refuse() {
    try {
      server.refuse();
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox could not stop to listen", e);
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
