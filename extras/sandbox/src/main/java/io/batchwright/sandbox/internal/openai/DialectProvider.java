package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.internal.Alphabet;
import io.batchwright.sandbox.internal.Batches;
import io.batchwright.sandbox.internal.Credentials;
import io.batchwright.sandbox.internal.IdForm;
import io.batchwright.sandbox.internal.Provider;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.internal.Settings;
import io.batchwright.sandbox.internal.Spool;
import io.batchwright.sandbox.internal.http.Exchange;
import io.batchwright.sandbox.internal.http.Response;
import io.batchwright.sandbox.shaded.okhttp3.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A provider of the OpenAI dialect, with the variations of its profile. */
public final class DialectProvider implements Provider {
  private static final IdForm REQUEST_ID = new IdForm("req_", Alphabet.HEX, 32);

  private final Profile profile;
  private final Settings settings;
  private final Batches<Job> batches;
  private final StoredFiles files;
  private final BatchCalls batchCalls;
  private final FileCalls fileCalls;

  public DialectProvider(Profile profile, Settings settings, Spool spool) {
    this.profile = profile;
    this.settings = settings;
    this.batches = new Batches<>(settings, spool, profile.batchId());
    this.files = new StoredFiles(profile, settings, batches);
    this.batchCalls = new BatchCalls(profile, settings, batches, files);
    this.fileCalls = new FileCalls(profile, settings, spool, files);
  }

  public Batches<?> batches() {
    return batches;
  }

  @Override
  public @Nullable Operation operation(Exchange exchange) {
    Operation operation = Route.of(exchange, profile.path()).operation();
    return operation != null && profile.offers(operation) ? operation : null;
  }

  @Override
  public Response error(int status, String code) {
    Refusal usual = profile.usual(status);
    Refusal refusal = code.isEmpty() ? usual : Refusal.exact(status, usual.text(), code);
    return identified(Replies.error(profile, refusal));
  }

  @Override
  public Response respond(@Nullable Operation operation, Exchange exchange) throws IOException {
    try {
      authenticate(exchange.headers());
      if (operation == null) {
        return identified(profile.nothing(exchange.method(), exchange.url().encodedPath()));
      }
      return identified(handle(operation, exchange));
    } catch (Refusal refusal) {
      return identified(Replies.error(profile, refusal));
    }
  }

  private void authenticate(Headers headers) throws Refusal {
    String key = Credentials.bearer(headers);
    if (settings.accepts(key)) return;
    if (key.isEmpty()) throw Refusal.unauthorized("An API key is required.");
    throw profile.usual(401);
  }

  private Response handle(Operation operation, Exchange exchange) throws IOException {
    String id = Route.of(exchange, profile.path()).id();
    Instant now = settings.now();
    return switch (operation) {
      case CREATE -> batchCalls.create(exchange.body());
      case RETRIEVE -> batchCalls.retrieve(id, now);
      case LIST -> batchCalls.list(exchange.url(), now);
      case CANCEL -> batchCalls.cancel(id, now);
      case UPLOAD -> fileCalls.upload(exchange);
      case LIST_FILES -> fileCalls.list(exchange.url());
      case RETRIEVE_FILE -> fileCalls.retrieve(id);
      case DELETE -> fileCalls.delete(id);
      case RESULTS -> fileCalls.content(id);
      case UPLOAD_CHUNK, UPLOAD_QUERY -> throw new IllegalArgumentException(operation.name());
    };
  }

  @Override
  public List<String> files() {
    try {
      return files.all().stream().map(StoredFile::id).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox's temporary file cannot be read", e);
    }
  }

  private Response identified(Response response) {
    Headers headers = profile.headers(batches.names().requestId(REQUEST_ID));
    for (int i = 0; i < headers.size(); i++) {
      response = response.header(headers.name(i), headers.value(i));
    }
    return response;
  }
}
