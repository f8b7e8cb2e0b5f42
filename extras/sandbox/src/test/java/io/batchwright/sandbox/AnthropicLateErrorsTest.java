package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Params are validated when a request runs, so errors are reported in its result line. */
class AnthropicLateErrorsTest {
  private Sandbox sandbox;
  private Http http;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().batchTime(Duration.ZERO).start();
    http = new Http(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void anUnknownModelYieldsAnErrorLineAsRecorded() throws IOException {
    assertThat(line("a", "model", "\"claude-no-such-model\""))
        .isEqualTo(
            """
            {"custom_id":"a","result":{"type":"errored","error":{"type":"error","error":{\
            "details":{"error_visibility":"user_facing"},"type":"not_found_error",\
            "message":"model: claude-no-such-model"},"request_id":null}}}""");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          model,      null
          model,      7
          messages,   null
          messages,   []
          max_tokens, null
          max_tokens, 0
          max_tokens, 1.5
          max_tokens, "64"
          stream,     true
          speed,      "fast"
          """)
  void invalidParamsYieldAnErrorLine(String member, String value) throws IOException {
    assertThat(error(line("a", member, value)).get("type").getAsString())
        .isEqualTo("invalid_request_error");
    assertThat(error(line("a", member, value)).get("message").getAsString())
        .startsWith(member + ": ");
  }

  @Test
  void anIdCanTriggerAnError() throws IOException {
    assertThat(error(line("q-errored-1", "max_tokens", "64")).get("type").getAsString())
        .isEqualTo("api_error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"temperature", "top_p", "top_k"})
  void samplingParametersAreErrorsInTheNewVersionOnly(String name) throws IOException {
    assertThat(line("a", name, "1")).contains("\"type\":\"succeeded\"");
    http.headers("x-api-key", "k", "anthropic-version", "2026-10-21");
    assertThat(error(line("a", name, "1")).get("message").getAsString()).startsWith(name + ": ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'role':'assistant','content':[{'type':'document'}]}]",
        "[{'role':'user','content':[{'type':'text','text':'t','citations':[]}]}]"
      })
  void misplacedBlocksAreErrorsInTheNewVersionOnly(String messages) throws IOException {
    String json = messages.replace('\'', '"');
    assertThat(line("a", "messages", json)).contains("\"type\":\"succeeded\"");
    http.headers("x-api-key", "k", "anthropic-version", "2026-10-21");
    assertThat(error(line("a", "messages", json)).get("type").getAsString())
        .isEqualTo("invalid_request_error");
  }

  @Test
  void streamFalseIsAccepted() throws IOException {
    assertThat(line("a", "stream", "false")).contains("\"type\":\"succeeded\"");
  }

  @Test
  void theReplyFunctionSeesTheRequestAndMayFail() throws IOException {
    try (Sandbox own =
        Sandbox.builder()
            .batchTime(Duration.ZERO)
            .reply(
                request -> {
                  if (request.customId().equals("b")) throw new IllegalStateException("no b");
                  return request.model() + "/" + request.prompt() + "/" + request.body().size();
                })
            .start()) {
      Http client = new Http(own);
      String lines = client.results(client.create("a", "b")).body();

      assertThat(lines).contains("\"text\":\"claude-haiku-4-5/Hello a/3\"");
      assertThat(lines).contains("no b");
      assertThat(client.get(Http.BATCHES).body()).contains("\"succeeded\":1,\"errored\":1");
    }
  }

  @Test
  void thePromptIsTheTextOfTheLastUserTurn() throws IOException {
    String messages =
        """
        [{"role":"user","content":"first"},{"role":"assistant","content":"yes"},
         {"role":"user","content":[{"type":"text","text":"la"},{"type":"image"},
          {"type":"text","text":"st"}]}]""";

    assertThat(line("a", "messages", messages)).contains("\"text\":\"Sandbox answer to a: last\"");
  }

  /** The only line of a batch of one request with one member replaced. */
  private String line(String customId, String member, String value) throws IOException {
    JsonElement element = JsonParser.parseString(value);
    JsonObject params = Http.params("?");
    params.remove(member);
    if (!element.isJsonNull()) params.add(member, element);
    JsonArray requests = new JsonArray();
    requests.add(Http.request(customId, params));
    String id = http.post(Http.BATCHES, Http.body(requests)).json().get("id").getAsString();
    return http.results(id).lines().get(0);
  }

  private static JsonObject error(String line) {
    JsonObject result = JsonParser.parseString(line).getAsJsonObject().getAsJsonObject("result");
    assertThat(result.get("type").getAsString()).isEqualTo("errored");
    return result.getAsJsonObject("error").getAsJsonObject("error");
  }
}
