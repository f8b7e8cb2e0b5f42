package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.internal.Alphabet;
import io.batchwright.sandbox.internal.Batches;
import io.batchwright.sandbox.internal.IdForm;
import io.batchwright.sandbox.internal.Provider;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.internal.Settings;
import io.batchwright.sandbox.internal.Spool;
import io.batchwright.sandbox.internal.http.Answer;
import io.batchwright.sandbox.internal.http.Exchange;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The Gemini Developer API, under both of its versions. */
public final class GeminiProvider implements Provider {
  private static final IdForm BATCH_ID = new IdForm(Job.PREFIX, Alphabet.BASE36, 36);

  private final Settings settings;
  private final Batches<Job> batches;
  private final BatchCalls batchCalls;

  public GeminiProvider(Settings settings, Spool spool) {
    this.settings = settings;
    this.batches = new Batches<>(settings, spool, BATCH_ID);
    this.batchCalls = new BatchCalls(settings, batches);
  }

  public Batches<?> batches() {
    return batches;
  }

  @Override
  public @Nullable Operation operation(Exchange exchange) {
    return Route.of(exchange).operation();
  }

  @Override
  public Answer error(int status) {
    return Errors.scripted(status);
  }

  @Override
  public String batchId(String name) {
    return name.startsWith(Job.PREFIX) ? name : Job.PREFIX + name;
  }

  @Override
  public Answer answer(@Nullable Operation operation, Exchange exchange) throws IOException {
    try {
      authenticate(operation, exchange);
      if (operation == null) throw Refusal.notFound("There is nothing at this path.");
      return handle(operation, exchange);
    } catch (Refusal refusal) {
      return Errors.answer(refusal);
    }
  }

  /** The URL that an upload was given is a secret itself, and so its later steps need no key. */
  private void authenticate(@Nullable Operation operation, Exchange exchange) throws Refusal {
    if (operation == Operation.UPLOAD_CHUNK || operation == Operation.UPLOAD_QUERY) return;
    String header = exchange.headers().get("x-goog-api-key");
    String key = header == null ? exchange.url().queryParameter("key") : header;
    if (key == null || key.isEmpty()) throw Errors.noKey();
    if (!settings.accepts(key)) throw Errors.badKey();
  }

  private Answer handle(Operation operation, Exchange exchange) throws IOException {
    String id = Route.of(exchange).id();
    Instant now = settings.now();
    return switch (operation) {
      case CREATE ->
          batchCalls.create(
              (Route.isTuned(exchange) ? "tunedModels/" : "models/") + id, exchange.body());
      case RETRIEVE -> batchCalls.retrieve(id, now);
      case LIST -> batchCalls.list(exchange.url(), now);
      case CANCEL -> batchCalls.cancel(id, now);
      case DELETE -> batchCalls.delete(id);
      case UPLOAD, UPLOAD_CHUNK, UPLOAD_QUERY, RETRIEVE_FILE, LIST_FILES, RESULTS ->
          throw Errors.noFile();
    };
  }
}
