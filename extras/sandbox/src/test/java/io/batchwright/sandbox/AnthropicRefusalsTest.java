package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.okhttp3.MediaType;
import io.batchwright.sandbox.shaded.okhttp3.RequestBody;
import io.batchwright.sandbox.shaded.okio.BufferedSink;
import io.batchwright.sandbox.shaded.okio.ByteString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnthropicRefusalsTest {
  private Sandbox sandbox;
  private Http http;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().maxBodyBytes(20_000_000).start();
    http = new Http(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          {"requests":[]}                                       | requests: at least one request
          {}                                                    | requests: field is required
          {"requests":{}}                                       | requests: must be an array
          {"requests":[7]}                                      | requests.0: must be an object
          {"requests":[{"params":{}}]}                          | requests.0.custom_id: a string is
          {"requests":[{"custom_id":7,"params":{}}]}            | requests.0.custom_id: a string is
          {"requests":[{"custom_id":"","params":{}}]}           | requests.0.custom_id: does not match
          {"requests":[{"custom_id":"a b","params":{}}]}        | requests.0.custom_id: does not match
          {"requests":[{"custom_id":"a"}]}                      | requests.0.params: an object is
          {"requests":[{"custom_id":"a","params":[]}]}          | requests.0.params: an object is
          {"requests":[{"custom_id":"a","params":{},"x":1}]}    | requests.0.x: extra field
          {"x":1,"requests":[{"custom_id":"a","params":{}}]}    | x: extra field
          {"requests":[{"custom_id":"a","params":{}}]}7         | The body
          {'requests':[]}                                       | The body is not valid JSON
          {"requests":[{"custom_id":"a","params":{              | The body is not valid JSON
          []                                                    | The body must be an object
          """)
  void aMalformedCreateIsRefusedAndCreatesNothing(String body, String message) throws IOException {
    Http.Reply reply = http.post(Http.BATCHES, body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.errorType()).isEqualTo("invalid_request_error");
    assertThat(reply.errorMessage()).startsWith(message);
    assertThat(reply.json().keySet()).containsExactly("type", "error", "request_id");
    assertThat(sandbox.anthropic().created()).isZero();
    assertThat(sandbox.anthropic().count(Operation.CREATE)).isEqualTo(1);
  }

  @Test
  void anEmptyBodyIsRefused() throws IOException {
    assertThat(http.post(Http.BATCHES, "").status()).isEqualTo(400);
  }

  @Test
  void aBodyThatIsNotUtf8IsRefused() throws IOException {
    RequestBody body = RequestBody.create(ByteString.decodeHex("7b22ff22"), null);

    assertThat(http.send("POST", Http.BATCHES, body).status()).isEqualTo(400);
  }

  @Test
  void theSecondOfTwoEqualIdsIsNamed() throws IOException {
    Http.Reply reply = http.post(Http.BATCHES, Http.requests("a", "b", "a"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.errorMessage()).startsWith("requests.2.custom_id: is not unique");
  }

  @Test
  void anIdHasAtMost64Characters() throws IOException {
    assertThat(http.post(Http.BATCHES, Http.requests("x".repeat(64))).status()).isEqualTo(200);
    assertThat(http.post(Http.BATCHES, Http.requests("x".repeat(65))).status()).isEqualTo(400);
  }

  @Test
  void aBatchHasAtMost100000Requests() throws IOException {
    assertThat(http.post(Http.BATCHES, tiny(100_000)).status()).isEqualTo(200);
    Http.Reply reply = http.post(Http.BATCHES, tiny(100_001));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.errorMessage()).startsWith("requests: more than 100000");
    assertThat(sandbox.anthropic().created()).isEqualTo(1);
  }

  @Test
  void aBodyThatIsTooLongIsRefusedWithAndWithoutContentLength() throws IOException {
    for (long length : new long[] {20_000_001, -1}) {
      Http.Reply reply = http.send("POST", Http.BATCHES, spaces(length));

      assertThat(reply.status()).isEqualTo(413);
      assertThat(reply.errorType()).isEqualTo("request_too_large");
    }
  }

  @Test
  void aKeyIsNeeded() throws IOException {
    Http.Reply reply = http.headers("anthropic-version", "2023-06-01").get(Http.BATCHES);

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.errorType()).isEqualTo("authentication_error");
    assertThat(reply.header("x-should-retry")).isEqualTo("false");
    assertThat(reply.header("request-id")).isEqualTo(reply.json().get("request_id").getAsString());
  }

  @Test
  void aKnownVersionIsNeeded() throws IOException {
    assertThat(http.headers("x-api-key", "k").get(Http.BATCHES).status()).isEqualTo(400);
    http.headers("x-api-key", "k", "anthropic-version", "2024-01-01");
    assertThat(http.get(Http.BATCHES).errorMessage()).startsWith("anthropic-version: ");
    http.headers("x-api-key", "k", "anthropic-version", "2026-10-21");
    assertThat(http.get(Http.BATCHES).status()).isEqualTo(200);
  }

  @Test
  void eitherFormOfTheKeyIsAcceptedAndApiKeyWins() throws IOException {
    try (Sandbox strict = Sandbox.builder().apiKey("right").start()) {
      Http client = new Http(strict);
      String version = "anthropic-version";

      assertThat(client.headers(version, "2023-06-01", "x-api-key", "right").get(Http.BATCHES))
          .returns(200, Http.Reply::status);
      assertThat(
              client
                  .headers(version, "2023-06-01", "Authorization", "Bearer right")
                  .get(Http.BATCHES))
          .returns(200, Http.Reply::status);
      assertThat(
              client
                  .headers(
                      version, "2023-06-01", "Authorization", "Bearer right", "x-api-key", "wrong")
                  .get(Http.BATCHES))
          .returns(401, Http.Reply::status);
    }
  }

  @Test
  void whatDoesNotExistIsNotFound() throws IOException {
    for (String path : new String[] {"/v1/messages", Http.BATCHES + "/msgbatch_01x/nothing"}) {
      assertThat(http.get(path).errorType()).isEqualTo("not_found_error");
    }
    Http.Reply reply = http.retrieve("msgbatch_01x");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("x-should-retry")).isEqualTo("false");
    assertThat(reply.errorMessage()).contains("msgbatch_01x");
  }

  private static String tiny(int size) {
    JsonArray requests = new JsonArray();
    for (int i = 0; i < size; i++) requests.add(Http.request("r" + i, new JsonObject()));
    return Http.body(requests);
  }

  /** Whitespace before JSON is valid. */
  private static RequestBody spaces(long announced) {
    byte[] spaces = " ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
    return new RequestBody() {
      @Override
      public MediaType contentType() {
        return MediaType.get("application/json");
      }

      @Override
      public long contentLength() {
        return announced;
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        for (int i = 0; i < 20; i++) sink.write(spaces);
        sink.write(spaces, 0, 1);
      }
    };
  }
}
