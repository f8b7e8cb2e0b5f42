package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.internal.Alphabet;
import io.batchwright.sandbox.internal.Batches;
import io.batchwright.sandbox.internal.IdForm;
import io.batchwright.sandbox.internal.Provider;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.internal.Settings;
import io.batchwright.sandbox.internal.Spool;
import io.batchwright.sandbox.internal.http.Exchange;
import io.batchwright.sandbox.internal.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Gemini Developer API, under both of its versions. */
public final class GeminiProvider implements Provider {
  private static final IdForm BATCH_ID = new IdForm(Job.PREFIX, Alphabet.BASE36, 36);

  private final Settings settings;
  private final Batches<Job> batches;
  private final BatchCalls batchCalls;
  private final FileCalls fileCalls;
  private final UploadCalls uploadCalls;

  public GeminiProvider(Settings settings, Spool spool) {
    this.settings = settings;
    this.batches = new Batches<>(settings, spool, BATCH_ID);
    FileStore files = new FileStore(settings, batches.names());
    this.batchCalls = new BatchCalls(settings, batches, files);
    this.fileCalls = new FileCalls(settings, batches, files);
    this.uploadCalls = new UploadCalls(settings, batches.names(), spool, files);
  }

  public Batches<?> batches() {
    return batches;
  }

  @Override
  public @Nullable Operation operation(Exchange exchange) {
    return Route.of(exchange).operation();
  }

  @Override
  public Response error(int status, String code) {
    return Errors.scripted(status, code);
  }

  @Override
  public String batchId(String name) {
    return name.startsWith(Job.PREFIX) ? name : Job.PREFIX + name;
  }

  @Override
  public List<String> files() {
    try {
      return fileCalls.names();
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox's temporary file cannot be read", e);
    }
  }

  @Override
  public Response respond(@Nullable Operation operation, Exchange exchange) throws IOException {
    try {
      authenticate(operation, exchange);
      if (operation == null) throw Refusal.notFound("There is nothing at this path.");
      return handle(operation, exchange);
    } catch (Refusal refusal) {
      return Errors.respond(refusal);
    }
  }

  /** An upload URL is a secret itself, so the later steps need no key. */
  private void authenticate(@Nullable Operation operation, Exchange exchange) throws Refusal {
    if (operation == Operation.UPLOAD_CHUNK || operation == Operation.UPLOAD_QUERY) return;
    String header = exchange.headers().get("x-goog-api-key");
    String key = header == null ? exchange.url().queryParameter("key") : header;
    if (key == null || key.isEmpty()) throw Errors.noKey();
    if (!settings.accepts(key)) throw Errors.badKey();
  }

  private Response handle(Operation operation, Exchange exchange) throws IOException {
    Route route = Route.of(exchange);
    String name = route.name();
    Instant now = settings.now();
    return switch (operation) {
      case CREATE ->
          batchCalls.create(name, Requests.of(exchange.url().encodedPath()), exchange.body());
      case RETRIEVE -> batchCalls.retrieve(name, now);
      case LIST -> batchCalls.list(exchange.url(), now);
      case CANCEL -> batchCalls.cancel(name, now);
      case DELETE ->
          name.startsWith(Job.PREFIX) ? batchCalls.delete(name) : fileCalls.delete(route.id());
      case UPLOAD -> uploadCalls.start(exchange);
      case UPLOAD_CHUNK -> uploadCalls.chunk(exchange);
      case UPLOAD_QUERY -> uploadCalls.query(exchange);
      case RETRIEVE_FILE -> fileCalls.retrieve(route.id(), exchange);
      case LIST_FILES -> fileCalls.list(exchange);
      case RESULTS -> fileCalls.download(route.id(), exchange);
    };
  }
}
