package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.internal.http.Exchange;
import io.batchwright.sandbox.internal.http.Response;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Adds the date header that every HTTP server sends to a provider's responses. */
record DateHeader(Provider provider, Settings settings) implements Provider {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  @Override
  public @Nullable Operation operation(Exchange exchange) {
    return provider.operation(exchange);
  }

  @Override
  public Response respond(@Nullable Operation operation, Exchange exchange) throws IOException {
    return withDate(provider.respond(operation, exchange));
  }

  @Override
  public Response error(int status, String code) {
    return withDate(provider.error(status, code));
  }

  @Override
  public String batchId(String name) {
    return provider.batchId(name);
  }

  @Override
  public List<String> files() {
    return provider.files();
  }

  private Response withDate(Response response) {
    return response.header("Date", HTTP_DATE.format(settings.now()));
  }
}
