package io.batchwright.sandbox.internal.anthropic;

import io.batchwright.sandbox.Framing;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.internal.Alphabet;
import io.batchwright.sandbox.internal.Batch;
import io.batchwright.sandbox.internal.Batches;
import io.batchwright.sandbox.internal.Credentials;
import io.batchwright.sandbox.internal.Draft;
import io.batchwright.sandbox.internal.IdForm;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.LimitedStream;
import io.batchwright.sandbox.internal.Part;
import io.batchwright.sandbox.internal.Provider;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.internal.Results;
import io.batchwright.sandbox.internal.Script;
import io.batchwright.sandbox.internal.Settings;
import io.batchwright.sandbox.internal.Timetable;
import io.batchwright.sandbox.internal.http.Exchange;
import io.batchwright.sandbox.internal.http.Response;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.okhttp3.Headers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Anthropic's six operations. */
public final class AnthropicProvider implements Provider {
  public static final IdForm BATCH_ID = new IdForm("msgbatch_01", Alphabet.BASE58, 22);

  private static final IdForm REQUEST_ID = new IdForm("req_01", Alphabet.BASE58, 22);
  private static final long LARGEST_BODY = 256L << 20;
  private static final Duration LIFETIME = Duration.ofHours(24);

  /** Recorded on every poll of a batch that had not ended. */
  private static final Duration POLL_HINT = Duration.ofSeconds(10);

  private static final String ORGANIZATION = "00000000-0000-4000-8000-00000000ba7c";

  private final Settings settings;
  private final Batches<Batch> batches;
  private final BatchForm form;
  private final Paging paging;

  /**
   * Creates the provider.
   *
   * @param baseUrl where its paths begin; read only when a request arrives
   */
  public AnthropicProvider(Settings settings, Batches<Batch> batches, Supplier<String> baseUrl) {
    this.settings = settings;
    this.batches = batches;
    this.form = new BatchForm(baseUrl);
    this.paging = new Paging(batches, form);
  }

  @Override
  public @Nullable Operation operation(Exchange exchange) {
    return Route.of(exchange).operation();
  }

  @Override
  public Response error(int status, String code) {
    String requestId = requestId();
    return identified(Errors.scripted(status, code, requestId), requestId);
  }

  @Override
  public Response respond(@Nullable Operation operation, Exchange exchange) throws IOException {
    String requestId = requestId();
    try {
      authenticate(exchange.headers());
      Version version = Version.of(exchange.headers());
      if (operation == null) throw Refusal.notFound("There is nothing at this path.");
      return identified(handle(operation, exchange, version), requestId);
    } catch (Refusal refusal) {
      return identified(Errors.respond(refusal, requestId), requestId);
    }
  }

  /** The key is in either header; {@code x-api-key} wins if both are set. */
  private void authenticate(Headers headers) throws Refusal {
    String key = headers.get("x-api-key");
    if (!settings.accepts(key == null ? Credentials.bearer(headers) : key)) {
      throw Refusal.unauthorized("The API key is missing or not valid.");
    }
  }

  private Response handle(Operation operation, Exchange exchange, Version version)
      throws IOException {
    Instant now = settings.now();
    return switch (operation) {
      case CREATE -> create(exchange, version);
      case RETRIEVE -> retrieve(batch(exchange), now);
      case LIST -> json(paging.json(exchange.url(), now));
      case CANCEL -> cancel(batch(exchange), now);
      case DELETE -> delete(batch(exchange), now);
      case RESULTS -> results(batch(exchange), now);
      case UPLOAD, UPLOAD_CHUNK, UPLOAD_QUERY, RETRIEVE_FILE, LIST_FILES ->
          throw Refusal.notFound("There is nothing at this path.");
    };
  }

  private Batch batch(Exchange exchange) throws Refusal {
    String id = Route.of(exchange).batchId();
    Batch batch = batches.find(id);
    if (batch == null) throw unknown(id);
    return batch;
  }

  private static Refusal unknown(String id) {
    return Refusal.notFound("Message Batch " + id + " was not found.");
  }

  private Response create(Exchange exchange, Version version) throws IOException {
    Draft draft = batches.draft();
    Worker worker = new Worker(settings, batches.names(), version, draft);
    long limit = Math.min(LARGEST_BODY, settings.maxBodyBytes());
    new CreateReader(worker).read(new LimitedStream(exchange.body(), limit, Refusal.tooLarge()));
    Timetable timetable = Timetable.plain(settings.batchTime(), LIFETIME);
    Batch batch = batches.add(draft, start -> new Batch(start, timetable));
    return json(form.json(batch, justBefore(batch.createdAt())));
  }

  private Response retrieve(Batch batch, Instant now) throws IOException {
    Response response = json(form.json(batch, now));
    return batch.endedAt(now) == null ? settings.hinted(response, POLL_HINT) : response;
  }

  private Response cancel(Batch batch, Instant now) throws IOException {
    if (!batch.cancel(now)) {
      throw Refusal.invalid("Message Batch " + batch.id() + " has ended and cannot be canceled.");
    }
    return json(form.json(batch, justBefore(now)));
  }

  /** A create and a cancel never return a batch that ended, even if ending takes no time. */
  private static Instant justBefore(Instant now) {
    return now.minusNanos(1);
  }

  private Response delete(Batch batch, Instant now) throws Refusal {
    if (batch.endedAt(now) == null) {
      throw Refusal.invalid("Message Batch " + batch.id() + " has not ended; cancel it first.");
    }
    if (!batches.remove(batch)) throw unknown(batch.id());
    JsonObject json = new JsonObject();
    json.addProperty("id", batch.id());
    json.addProperty("type", "message_batch_deleted");
    return json(json);
  }

  private Response results(Batch batch, Instant now) throws Refusal {
    boolean gone = BatchForm.archivedAt(batch, now) != null;
    if (batch.endedAt(now) == null || batch.hidesResults(now) || gone) {
      throw Refusal.notFound("Message Batch " + batch.id() + " has no available results.");
    }
    Headers headers =
        Headers.of(
            "Content-Type",
            "application/x-jsonl",
            "Content-Disposition",
            "attachment; filename*=utf-8''" + batch.id() + "_results.jsonl");
    Results lines = new Results(batch, new ResultForm(), Part.ALL, true);
    Response response = Response.of(200, headers, Framing.CHUNKED, lines);
    boolean gzip = batch.script().has(Script.Trait.GZIP);
    return gzip ? response.header("Content-Encoding", "gzip") : response;
  }

  private static Response json(JsonObject json) {
    return Response.of(200, Headers.of("Content-Type", "application/json"), Json.bytes(json));
  }

  private String requestId() {
    return batches.names().requestId(REQUEST_ID);
  }

  private static Response identified(Response response, String requestId) {
    return response
        .header("request-id", requestId)
        .header("anthropic-organization-id", ORGANIZATION);
  }
}
