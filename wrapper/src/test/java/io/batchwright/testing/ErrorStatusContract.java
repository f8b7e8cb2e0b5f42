package io.batchwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.ProviderException;
import io.batchwright.internal.http.ApiCall;
import io.batchwright.internal.http.ErrorReader;
import io.batchwright.internal.http.Failure;
import java.util.Map;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How a provider's reader interprets each error status, with the headers for retries. The fault
 * matrix runs one response for each decision; all responses are here.
 */
public abstract class ErrorStatusContract {
  /** Returns the reader under test. */
  protected abstract ErrorReader reader();

  /** Returns the body that the provider sends with a status. */
  protected abstract String body(int status);

  /** Returns the differences of this provider, by status and header. */
  protected Map<String, String> differences() {
    return Map.of();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          301 |                         | ProviderException INVALID final not-executed
          307 |                         | ProviderException INVALID final not-executed
          400 |                         | InvalidRequestException INVALID final not-executed
          400 | x-should-retry: true    | InvalidRequestException INVALID retryable not-executed
          401 |                         | AuthenticationException AUTHENTICATION final not-executed
          401 | x-should-retry: true    | AuthenticationException AUTHENTICATION retryable not-executed
          402 |                         | ProviderException QUOTA retryable not-executed
          403 |                         | AuthenticationException PERMISSION final not-executed
          404 |                         | BatchNotFoundException NOT_FOUND final not-executed
          405 |                         | InvalidRequestException INVALID final not-executed
          408 |                         | ProviderUnavailableException UNAVAILABLE retryable maybe-executed
          408 | retry-after: 77         | ProviderUnavailableException UNAVAILABLE retryable maybe-executed PT1M17S
          408 | retry-after-ms: 88000.5 | ProviderUnavailableException UNAVAILABLE retryable maybe-executed PT1M28.001S
          408 | x-should-retry: true    | ProviderUnavailableException UNAVAILABLE retryable maybe-executed
          408 | x-should-retry: false   | ProviderUnavailableException UNAVAILABLE final maybe-executed
          409 |                         | InvalidRequestException CONFLICT final not-executed
          409 | retry-after: 77         | InvalidRequestException CONFLICT final not-executed PT1M17S
          409 | retry-after-ms: 88000.5 | InvalidRequestException CONFLICT final not-executed PT1M28.001S
          409 | x-should-retry: true    | InvalidRequestException CONFLICT retryable not-executed
          409 | x-should-retry: false   | InvalidRequestException CONFLICT final not-executed
          410 |                         | ProviderException INVALID final not-executed
          413 |                         | InvalidRequestException INVALID final not-executed
          415 |                         | InvalidRequestException INVALID final not-executed
          418 |                         | ProviderException INVALID final not-executed
          422 |                         | InvalidRequestException INVALID final not-executed
          429 |                         | RateLimitedException RATE_LIMITED retryable not-executed
          429 | retry-after: 77         | RateLimitedException RATE_LIMITED retryable not-executed PT1M17S
          429 | retry-after-ms: 88000.5 | RateLimitedException RATE_LIMITED retryable not-executed PT1M28.001S
          429 | x-should-retry: true    | RateLimitedException RATE_LIMITED retryable not-executed
          429 | x-should-retry: false   | RateLimitedException RATE_LIMITED final not-executed
          500 |                         | ProviderUnavailableException UNAVAILABLE retryable maybe-executed
          500 | x-should-retry: false   | ProviderUnavailableException UNAVAILABLE final maybe-executed
          502 |                         | ProviderUnavailableException UNAVAILABLE retryable maybe-executed
          503 |                         | ProviderUnavailableException UNAVAILABLE retryable maybe-executed
          503 | retry-after: 0          | ProviderUnavailableException UNAVAILABLE retryable maybe-executed PT0S
          503 | retry-after: 77         | ProviderUnavailableException UNAVAILABLE retryable maybe-executed PT1M17S
          504 |                         | ProviderUnavailableException UNAVAILABLE retryable maybe-executed
          529 |                         | ProviderUnavailableException UNAVAILABLE retryable maybe-executed
          """)
  void eachStatusHasItsMeaning(int status, @Nullable String header, String usual) {
    String row = header == null ? String.valueOf(status) : status + " " + header;
    assertThat(meaning(status, header, body(status)))
        .isEqualTo(differences().getOrDefault(row, usual));
  }

  @ParameterizedTest
  @CsvSource({
    "413, InvalidRequestException INVALID final not-executed",
    "502, ProviderUnavailableException UNAVAILABLE retryable maybe-executed"
  })
  void withoutABodyTheStatusDecides(int status, String meaning) {
    assertThat(meaning(status, null, "{}")).isEqualTo(meaning);
  }

  /** Returns the meaning of an error response, in one line. */
  protected final String meaning(int status, @Nullable String header, String body) {
    return meaning(ApiCall.RETRIEVE, status, header, body);
  }

  /** Returns the meaning of an error response to this call, in one line. */
  protected final String meaning(ApiCall call, int status, @Nullable String header, String body) {
    Headers.Builder headers = new Headers.Builder();
    if (header != null) {
      headers.add(header);
    }
    return meaning(call, reader().read(call, status, headers.build(), json(body)));
  }

  private static String meaning(ApiCall call, Failure failure) {
    ProviderException exception = failure.toException("fake", call);
    assertThat(exception.kind()).isEqualTo(failure.error().kind());
    assertThat(exception.retryable()).isEqualTo(failure.error().retryable());
    String meaning =
        exception.getClass().getSimpleName()
            + " "
            + exception.kind()
            + (exception.retryable() ? " retryable" : " final")
            + (failure.mayHaveExecuted() ? " maybe-executed" : " not-executed");
    return exception.retryAfter() == null ? meaning : meaning + " " + exception.retryAfter();
  }

  /** Parses JSON that is written with single quotes. */
  protected static JsonObject json(String body) {
    return JsonParser.parseString(body.replace('\'', '"')).getAsJsonObject();
  }
}
