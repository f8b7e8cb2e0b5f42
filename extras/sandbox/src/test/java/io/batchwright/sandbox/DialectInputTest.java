package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.okhttp3.MultipartBody;
import io.batchwright.sandbox.shaded.okhttp3.RequestBody;
import io.batchwright.sandbox.shaded.okio.ByteString;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Errors in an input file fail its batch; only OpenAI reports what they were. */
class DialectInputTest {
  private static final String ENDPOINT = "/v1/chat/completions";

  private Sandbox sandbox;
  private DialectHttp http;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().batchTime(Duration.ZERO).start();
    http = new DialectHttp(Dialect.OPENAI, sandbox);
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
          "custom_id":"one"           | "custom_id":7             | missing_required_parameter | custom_id
          "custom_id":"one"           | "custom_id":""            | missing_required_parameter | custom_id
          "custom_id":"one",          |                           | missing_required_parameter | custom_id
          "custom_id":"one"           | "custom_id":"two"         | duplicate_custom_id        | custom_id
          "method":"POST",            |                           | missing_required_parameter | method
          "POST"                      | "GET"                     | invalid_request            | method
          "url":"/v1/chat/completions",|                          | missing_required_parameter | url
          /v1/chat/completions        | /v1/embeddings            | invalid_url                | url
          "body":{                    | "nobody":{                | missing_required_parameter | body
          "body":{                    | "body":7,"x":{            | invalid_request            | body
          "model":"gpt-4.1-mini"      | "x":1                     | missing_required_parameter | body.model
          gpt-4.1-mini                | gpt-5-nano                | mismatched_model           | body.model
          "model":                    | "stream":true,"model":    | streaming_unsupported      | body.stream
          {"custom_id"                | ["custom_id"              | invalid_json_line          |
          {"custom_id"                | {'custom_id'              | invalid_json_line          |
          }}                          | }                         | invalid_json_line          |
          }}                          | }}7                       | invalid_json_line          |
          """)
  void anInvalidLineIsNamed(String good, String bad, String code, String param) throws IOException {
    String line = Dialect.OPENAI.lines("one");
    assertThat(line).contains(good);
    String badLine = line.replace(good, bad == null ? "" : bad);
    // Blank lines count as lines but are otherwise ignored.
    JsonArray errors = errors(Dialect.OPENAI.lines("two") + "\n" + badLine);

    assertThat(errors).hasSize(1);
    JsonObject error = errors.get(0).getAsJsonObject();
    assertThat(error.keySet()).containsExactly("code", "message", "param", "line");
    assertThat(error.get("code").getAsString()).isEqualTo(code);
    assertThat(error.get("line").getAsInt()).isEqualTo(3);
    assertThat(error.get("param").isJsonNull() ? null : error.get("param").getAsString())
        .isEqualTo(param);
  }

  @Test
  void validationStopsAtTheFirstBadLine() throws IOException {
    JsonArray errors = errors(Dialect.OPENAI.lines("a") + "7\n" + Dialect.OPENAI.lines("a"));

    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).toString()).contains("\"invalid_json_line\"", "\"line\":2");
  }

  @Test
  void anUnknownModelFailsTheBatch() throws IOException {
    String lines = Dialect.OPENAI.lines("a").replace("gpt-4.1-mini", "gpt-no-such-model");
    Http.Reply ended = ended(lines);

    assertThat(DialectHttp.status(ended)).isEqualTo("failed");
    assertThat(DialectHttp.counts(ended)).isEqualTo("0 0 0");
    assertThat(ended.json().get("errors").toString())
        .contains("\"model_not_found\"", "\"param\":\"body.model\",\"line\":1");
  }

  /** openai-java sends bytes like this. */
  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aFileWithoutANameIsAccepted(Dialect dialect) throws IOException {
    DialectHttp own = new DialectHttp(dialect, sandbox);
    RequestBody lines = RequestBody.create(dialect.lines("number-a"), null);
    Http.Reply reply =
        own.post(
            new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("purpose", "batch")
                .addFormDataPart("file", null, lines)
                .build());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(own.createFrom(DialectHttp.id(reply)).status()).isEqualTo(200);
  }

  @Test
  void aFileWithoutLinesIsEmpty() throws IOException {
    assertThat(errors("\n \r\n").get(0).toString())
        .isEqualTo(
            """
            {"code":"empty_file","message":"The file has no lines.","param":null,"line":null}""");
  }

  @Test
  void aFileHasAtMost50000Lines() throws IOException {
    assertThat(errors(tiny(ENDPOINT, 50_001)).get(0).toString()).contains("\"too_many_tasks\"");
    Http.Reply ended = ended(tiny(ENDPOINT, 50_000));
    assertThat(DialectHttp.counts(ended)).isEqualTo("0 50000 50000");
  }

  @Test
  void zhipusFileHasAtMost10000LinesOfEmbeddings() throws IOException {
    String endpoint = "/v4/embeddings";
    DialectHttp zhipu = new DialectHttp(Dialect.ZHIPU, sandbox);
    for (int size : new int[] {10_000, 10_001}) {
      JsonObject create = Dialect.ZHIPU.create(zhipu.file(tiny(endpoint, size)));
      create.addProperty("endpoint", endpoint);
      String id = DialectHttp.id(zhipu.http().post("/batches", create.toString()));
      assertThat(DialectHttp.status(zhipu.retrieve(id)))
          .isEqualTo(size == 10_000 ? "completed" : "failed");
    }
  }

  @Test
  void nothingRunsIfOneLineIsInvalid() throws IOException {
    List<String> requested = new ArrayList<>();
    try (Sandbox own =
        Sandbox.builder()
            .reply(
                request -> {
                  requested.add(request.customId());
                  return "";
                })
            .start()) {
      DialectHttp client = new DialectHttp(Dialect.OPENAI, own);
      client.createFrom(client.file(Dialect.OPENAI.lines("a") + "7"));
      assertThat(requested).isEmpty();
      client.createFrom(client.file(Dialect.OPENAI.lines("a")));
      assertThat(requested).containsExactly("a");
    }
  }

  @Test
  void blankLinesAndCrLfAreAccepted() throws IOException {
    String line = Dialect.OPENAI.lines("a").strip();
    Http.Reply ended = ended("\n\n" + line + "\r\n \t\n" + Dialect.OPENAI.lines("b").strip());

    assertThat(DialectHttp.counts(ended)).isEqualTo("2 0 2");
  }

  @ParameterizedTest
  @EnumSource(
      value = Dialect.class,
      names = {"MOONSHOT", "ZHIPU"})
  void otherProvidersReportNoReason(Dialect dialect) throws IOException {
    DialectHttp other = new DialectHttp(dialect, sandbox);
    String id = DialectHttp.id(other.createFrom(other.file(dialect.lines("number-a", "number-a"))));
    Http.Reply ended = other.retrieve(id);

    assertThat(DialectHttp.status(ended)).isEqualTo("failed");
    assertThat(ended.json().has("errors")).isFalse();
    assertThat(dialect.control(sandbox).files()).hasSize(dialect == Dialect.ZHIPU ? 0 : 1);
  }

  @Test
  void bytesThatAreNotUtf8FailMoonshotsBatch() throws IOException {
    DialectHttp moonshot = new DialectHttp(Dialect.MOONSHOT, sandbox);
    RequestBody body = RequestBody.create(ByteString.decodeHex("7b22ff227d"), null);
    Http.Reply file = moonshot.upload("in.jsonl", body);
    Http.Reply created = moonshot.createFrom(DialectHttp.id(file));

    assertThat(DialectHttp.status(moonshot.retrieve(DialectHttp.id(created)))).isEqualTo("failed");
  }

  private JsonArray errors(String content) throws IOException {
    Http.Reply ended = ended(content);
    assertThat(DialectHttp.status(ended)).isEqualTo("failed");
    return ended.json().getAsJsonObject("errors").getAsJsonArray("data");
  }

  private Http.Reply ended(String content) throws IOException {
    return http.retrieve(DialectHttp.id(http.createFrom(http.file(content))));
  }

  private static String tiny(String endpoint, int size) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < size; i++) {
      lines.append("{\"custom_id\":\"request-").append(i).append("\",\"method\":\"POST\",");
      lines.append("\"url\":\"").append(endpoint).append("\",\"body\":{\"model\":\"m\"}}\n");
    }
    return lines.toString();
  }
}
