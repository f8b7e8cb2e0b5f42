package io.batchwright.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchClient;
import io.batchwright.BatchException;
import io.batchwright.InvalidRequestException;
import io.batchwright.ListOptions;
import io.batchwright.MalformedResponseException;
import io.batchwright.ProviderException;
import io.batchwright.ProviderUnavailableException;
import io.batchwright.RateLimitedException;
import io.batchwright.TransportException;
import io.batchwright.sandbox.shaded.mockwebserver3.MockResponse;
import io.batchwright.sandbox.shaded.mockwebserver3.SocketEffect;
import io.batchwright.sandbox.shaded.okio.Buffer;
import io.batchwright.sandbox.shaded.okio.GzipSink;
import io.batchwright.sandbox.shaded.okio.Okio;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsOfTheProviderTest {
  private final MockAnthropic mock = new MockAnthropic();

  @AfterEach
  void close() {
    mock.close();
  }

  private BatchException failure(Endpoint endpoint) {
    try (BatchClient client = mock.client()) {
      return endpoint.failure(client, mock.ref("msgbatch_1"));
    }
  }

  private ProviderException refusal(Endpoint endpoint) {
    BatchException error = failure(endpoint);
    assertThat(error).isInstanceOf(ProviderException.class);
    return (ProviderException) error;
  }

  private static String error(String type, String message) {
    return String.format(
        Locale.ROOT,
        "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":\"%s\",\"details\":{\"x\":1}},"
            + "\"request_id\":\"req_body\"}",
        type,
        message);
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_request_error, InvalidRequestException, false",
    "401, authentication_error, AuthenticationException, false",
    "402, billing_error, ProviderException, true",
    "403, permission_error, AuthenticationException, false",
    "404, not_found_error, BatchNotFoundException, false",
    "408, timeout_error, ProviderUnavailableException, true",
    "409, conflict_error, InvalidRequestException, true",
    "413, request_too_large, InvalidRequestException, false",
    "418, brand_new_error, ProviderException, false",
    "422, invalid_request_error, InvalidRequestException, false",
    "429, rate_limit_error, RateLimitedException, true",
    "500, api_error, ProviderUnavailableException, true",
    "504, timeout_error, ProviderUnavailableException, true",
    "529, overloaded_error, ProviderUnavailableException, true"
  })
  void everyStatusHasItsException(int status, String type, String kind, boolean retryable) {
    mock.respond(status, error(type, "What is wrong."), "request-id", "req_head");
    for (Endpoint endpoint : Endpoint.values()) {
      if (status == 404 && !endpoint.onBatch()) {
        continue; // here it is not the batch that is not found
      }
      ProviderException error = refusal(endpoint);

      assertThat(error.getClass().getSimpleName()).as(endpoint.name()).isEqualTo(kind);
      assertThat(error.httpStatus()).isEqualTo(status);
      assertThat(error.provider()).isEqualTo("anthropic");
      assertThat(error.call()).isEqualTo(endpoint.what());
      assertThat(error.error().type()).isEqualTo(type);
      assertThat(error.error().message()).isEqualTo("What is wrong.");
      assertThat(error.error().requestId()).isEqualTo("req_body");
      assertThat(error.retryable()).isEqualTo(retryable);
      assertThat(error)
          .hasMessageContainingAll(
              "anthropic",
              String.valueOf(status),
              endpoint.what(),
              "What is wrong [request req_body]");
    }
  }

  @Test
  void theRequestIdOfTheHeaderReplacesAMissingOneInTheBody() {
    mock.respond(
        401, "{\"error\":{\"message\":\"No.\"},\"request_id\":null}", "request-id", "req_h");
    assertThat(refusal(Endpoint.RETRIEVE).error().requestId()).isEqualTo("req_h");

    mock.respond(401, "{\"error\":{}}");
    assertThat(refusal(Endpoint.RETRIEVE).error().requestId()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "retry-after, 17, PT17S",
    "retry-after-ms, 1500, PT1.5S",
    "retry-after, Sat, ",
    "x-other, 1, "
  })
  void aRefusalHasItsRetryDelay(String header, String value, Duration retryAfter) {
    mock.respond(429, error("rate_limit_error", "Slow down."), header, value);

    assertThat(refusal(Endpoint.LIST))
        .isInstanceOf(RateLimitedException.class)
        .extracting(ProviderException::retryAfter)
        .isEqualTo(retryAfter);
  }

  @ParameterizedTest
  @CsvSource({"429, false", "500, false", "400, true", "401, true"})
  void theServersVerdictOnRetryingBeatsTheStatus(int status, boolean verdict) {
    mock.respond(status, error("x", "y"), "x-should-retry", String.valueOf(verdict));

    assertThat(refusal(Endpoint.RETRIEVE).retryable()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html><body>MARKER too large</body></html>",
        "[\"MARKER\"]",
        "{\"error\":{\"message\":[\"MARKER\"],\"type\":[7]}}",
        "{\"error\":{\"message\":\"MARKER"
      })
  void aBodyThatIsNoErrorOfTheProvidersLeavesTheStatus(String body) {
    mock.respond(413, body, "content-type", "text/html");

    ProviderException error = refusal(Endpoint.CREATE);
    assertThat(error).isInstanceOf(InvalidRequestException.class);
    assertThat(error.error().message()).isEqualTo("HTTP 413");
    assertThat(error.error().type()).isNull();
    assertThat(error).hasMessageContaining("413").hasMessageNotContaining("MARKER");
  }

  @Test
  void aLongMessageIsCutAndKeysInItAreMasked() {
    String message = "Key " + MockAnthropic.KEY + " is bad. " + "x".repeat(400);
    mock.respond(401, error("authentication_error", message));

    ProviderException error = refusal(Endpoint.RETRIEVE);
    assertThat(error.error().message()).startsWith("Key *** is bad. x").hasSize(301).endsWith("…");
    assertThat(error).hasMessageNotContaining("hidden");
    assertThat(error).message().hasSizeLessThan(500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Too large.",
        "{\"error\":\"Too large.\"}",
        "{\"type\":\"too_large\",\"message\":\"Too large.\"}",
        "{\"detail\":[{\"msg\":\"Too large.\"}]}"
      })
  void anErrorOfAGatewayKeepsItsMessage(String body) {
    mock.respond(413, body, "content-type", "text/plain");

    ProviderException error = refusal(Endpoint.CREATE);
    assertThat(error).isInstanceOf(InvalidRequestException.class);
    assertThat(error.error().message()).isEqualTo("Too large.");
  }

  @Test
  void anErrorBodyOfAnyLengthIsReadInPartOnly() {
    mock.respond(500, "x".repeat(20_000_000));

    assertThat(refusal(Endpoint.RETRIEVE)).isInstanceOf(ProviderUnavailableException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\":[7]}",
        "{\"id\":\"\"}",
        "{\"id\":\"MARKER MARKER\"}",
        "{\"id\":\"MARKER@home\"}",
        "{\"id\":\"..\"}"
      })
  void aResponseWithoutAUsableIdIsMalformed(String body) {
    mock.respond(200, body);

    for (Endpoint endpoint : new Endpoint[] {Endpoint.CREATE, Endpoint.RETRIEVE, Endpoint.CANCEL}) {
      assertThat(failure(endpoint))
          .as(endpoint.name())
          .isInstanceOf(MalformedResponseException.class)
          .hasMessageNotContaining("MARKER");
    }
  }

  @Test
  void aListPassesOverWhatHasNoUsableId() {
    mock.respond(200, "{\"data\":[{},7,{\"id\":\"a b\"},{\"id\":\"fine\"},null]}");
    try (BatchClient client = mock.client()) {
      assertThat(client.list(ListOptions.all()))
          .map(status -> status.ref().id())
          .containsExactly("fine");
    }
  }

  @Test
  void aResponseBeyondTheLimitIsNotRead() throws Exception {
    Buffer plain = new Buffer().writeUtf8("{\"id\":\"msgbatch_1\",\"x\":\"");
    Buffer packed = new Buffer();
    try (var gzip = Okio.buffer(new GzipSink(packed))) {
      gzip.writeAll(plain);
      byte[] filler = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 17; i++) {
        gzip.write(filler);
      }
      gzip.writeUtf8("\"}");
    }
    mock.respond(
        new MockResponse.Builder().body(packed).setHeader("Content-Encoding", "gzip").build());

    assertThat(failure(Endpoint.RETRIEVE))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("longer than");
  }

  @ParameterizedTest
  @EnumSource(
      value = Endpoint.class,
      names = {"LIST", "RETRIEVE", "CANCEL", "DELETE", "CREATE"})
  void aTruncatedResponseIsATransportError(Endpoint endpoint) {
    mock.respond(
        new MockResponse.Builder()
            .body(MockAnthropic.RUNNING)
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    assertThat(failure(endpoint))
        .isInstanceOf(TransportException.class)
        .hasMessageContainingAll("anthropic", endpoint.what());
  }

  @Test
  void aServerThatIsNotThereIsATransportError() {
    try (BatchClient client = mock.client()) {
      mock.close();
      for (Endpoint endpoint : Endpoint.values()) {
        BatchException error = endpoint.failure(client, mock.ref("msgbatch_1"));
        assertThat(error).as(endpoint.name()).isInstanceOf(TransportException.class);
        assertThat(error.retryable()).isTrue();
      }
    }
  }
}
