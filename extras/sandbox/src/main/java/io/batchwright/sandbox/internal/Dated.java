package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.internal.http.Answer;
import io.batchwright.sandbox.internal.http.Exchange;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A provider whose answers say what time it is there, as those of every HTTP server do. */
record Dated(Provider provider, Settings settings) implements Provider {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  @Override
  public @Nullable Operation operation(Exchange exchange) {
    return provider.operation(exchange);
  }

  @Override
  public Answer answer(@Nullable Operation operation, Exchange exchange) throws IOException {
    return dated(provider.answer(operation, exchange));
  }

  @Override
  public Answer error(int status, String code) {
    return dated(provider.error(status, code));
  }

  @Override
  public String batchId(String name) {
    return provider.batchId(name);
  }

  @Override
  public List<String> files() {
    return provider.files();
  }

  private Answer dated(Answer answer) {
    return answer.header("Date", HTTP_DATE.format(settings.now()));
  }
}
