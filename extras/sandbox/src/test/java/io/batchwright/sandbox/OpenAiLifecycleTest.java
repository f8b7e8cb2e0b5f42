package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenAiLifecycleTest {
  private static final Duration BATCH = Duration.ofMinutes(10);

  private final VirtualTime time = new VirtualTime();
  private Sandbox sandbox;
  private DialectHttp http;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().time(time).batchTime(BATCH).start();
    http = new DialectHttp(Dialect.OPENAI, sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void anUploadReturnsAFile() throws IOException {
    Http.Reply reply = http.upload("in.jsonl", Dialect.OPENAI.lines("a"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-type")).isEqualTo("application/json");
    assertThat(reply.header("x-request-id")).matches("req_[0-9a-f]{32}");
    assertThat(reply.header("openai-version")).isEqualTo("2020-10-01");
    assertThat(DialectHttp.id(reply)).matches("file-[1-9A-Za-z]{22}");
    assertThat(reply.body())
        .isEqualTo(
            """
            {"object":"file","id":"%s","purpose":"batch","filename":"in.jsonl","bytes":%d,\
            "created_at":1787150691,"expires_at":1789742691,"status":"processed",\
            "status_details":null}"""
                .formatted(DialectHttp.id(reply), Dialect.OPENAI.lines("a").length()));
  }

  @Test
  void createReturnsAValidatingBatchWithAllItsMembersInOrder() throws IOException {
    String file = http.file(Dialect.OPENAI.lines("a", "b"));
    Http.Reply reply = http.createFrom(file);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(DialectHttp.id(reply)).matches("batch_[0-9a-f]{32}");
    assertThat(reply.body())
        .isEqualTo(
            """
            {"id":"%s","object":"batch","endpoint":"/v1/chat/completions","model":null,\
            "errors":null,"input_file_id":"%s","completion_window":"24h","status":"validating",\
            "output_file_id":null,"error_file_id":null,"created_at":1787150691,\
            "in_progress_at":null,"expires_at":1787237091,"finalizing_at":null,\
            "completed_at":null,"failed_at":null,"expired_at":null,"cancelling_at":null,\
            "cancelled_at":null,"request_counts":{"total":0,"completed":0,"failed":0},\
            "usage":{"input_tokens":0,"output_tokens":0,"total_tokens":0,\
            "input_tokens_details":{"cached_tokens":0},\
            "output_tokens_details":{"reasoning_tokens":0}},"metadata":null}"""
                .formatted(DialectHttp.id(reply), file));
  }

  @Test
  void aBatchGoesThroughItsPhases() throws IOException {
    String id = http.create("a", "b", "c-errored-1", "d");
    time.pass(Duration.ofSeconds(59));
    assertThat(DialectHttp.status(http.retrieve(id))).isEqualTo("validating");
    time.pass(Duration.ofSeconds(1));
    assertThat(DialectHttp.status(http.retrieve(id))).isEqualTo("in_progress");
    assertThat(DialectHttp.counts(http.retrieve(id))).isEqualTo("0 0 4");
    assertThat(http.retrieve(id).body()).contains("\"model\":\"gpt-4.1-mini-2025-04-14\"");
    time.pass(Duration.ofMinutes(6));
    assertThat(DialectHttp.counts(http.retrieve(id))).isEqualTo("2 1 4");
    time.pass(Duration.ofMinutes(2));
    assertThat(DialectHttp.status(http.retrieve(id))).isEqualTo("finalizing");
    assertThat(DialectHttp.counts(http.retrieve(id))).isEqualTo("3 1 4");
    assertThat(http.retrieve(id).json().get("output_file_id").isJsonNull()).isTrue();
    time.pass(Duration.ofMinutes(1));
    Http.Reply ended = http.retrieve(id);

    assertThat(ended.body())
        .contains(
            """
            "created_at":1787150691,"in_progress_at":1787150751,"expires_at":1787237091,\
            "finalizing_at":1787151231,"completed_at":1787151291,"failed_at":null,\
            "expired_at":null,"cancelling_at":null,"cancelled_at":null,\
            "request_counts":{"total":4,"completed":3,"failed":1}""")
        .contains("\"usage\":{\"input_tokens\":30,\"output_tokens\":24,\"total_tokens\":54");
    assertThat(http.output(id).lines()).hasSize(3);
    assertThat(http.errors(id).lines()).hasSize(1);
  }

  @Test
  void resultsAreAFileOfBytesWithItsLength() throws IOException {
    String id = http.create("a", "b");
    time.pass(BATCH);
    Http.Reply reply = http.output(id);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-type")).isEqualTo("application/octet-stream");
    assertThat(reply.header("content-disposition"))
        .isEqualTo("attachment; filename=\"" + id + "_output.jsonl\"");
    assertThat(reply.header("content-length")).isEqualTo("" + reply.body().length());
    assertThat(reply.lines().get(1))
        .matches(
            """
            \\{"id":"batch_req_[0-9a-f]{32}","custom_id":"a","response":\\{"status_code":200,\
            "request_id":"[0-9a-f-]{36}","body":\\{"id":"chatcmpl-\\w{29}",\
            "object":"chat.completion","created":1787150691,\
            "model":"gpt-4.1-mini-2025-04-14","choices":\\[\\{"index":0,"message":\\{\
            "role":"assistant","content":"Sandbox answer to a: Hello a","refusal":null,\
            "annotations":\\[]},"logprobs":null,"finish_reason":"stop"}],\
            "usage":\\{"prompt_tokens":10,"completion_tokens":8,"total_tokens":18,\
            "prompt_tokens_details":\\{"cached_tokens":0,"audio_tokens":0},\
            "completion_tokens_details":\\{"reasoning_tokens":0,"audio_tokens":0,\
            "accepted_prediction_tokens":0,"rejected_prediction_tokens":0}},\
            "service_tier":"default","system_fingerprint":null}},"error":null}""");
  }

  @Test
  void anErrorLineHasTheResponseOfItsRequest() throws IOException {
    String lines = Dialect.OPENAI.lines("a").replace("messages", "massages");
    String id = DialectHttp.id(http.createFrom(http.file(lines)));
    time.pass(BATCH);

    assertThat(http.errors(id).body())
        .matches(
            """
            \\{"id":"batch_req_[0-9a-f]{32}","custom_id":"a","response":\\{"status_code":400,\
            "request_id":"[0-9a-f-]{36}","body":\\{"error":\\{\
            "message":"Missing required parameter: 'messages'.",\
            "type":"invalid_request_error","param":"messages",\
            "code":"missing_required_parameter"}}},"error":null}
            """);
  }

  @Test
  void anInvalidFileFailsTheBatchAndNamesItsFirstInvalidLine() throws IOException {
    String lines = Dialect.OPENAI.lines("a", "a") + "{}\n";
    String id = DialectHttp.id(http.createFrom(http.file(lines)));
    time.pass(BATCH.dividedBy(10));

    assertThat(http.retrieve(id).body())
        .contains(
            """
            "model":null,"errors":{"object":"list","data":[{"code":"duplicate_custom_id",\
            "message":"This custom id is already on line 1.","param":"custom_id","line":2}]},""")
        .contains(
            """
            "status":"failed","output_file_id":null,"error_file_id":null,\
            "created_at":1787150691,"in_progress_at":null,"expires_at":1787237091,\
            "finalizing_at":null,"completed_at":null,"failed_at":1787150751,"expired_at":null,\
            "cancelling_at":null,"cancelled_at":null,\
            "request_counts":{"total":0,"completed":0,"failed":0},""");
  }

  @Test
  void anUnknownInputFailsTheBatchOnlyLater() throws IOException {
    Http.Reply created = http.createFrom("file-nobody");
    time.pass(BATCH);
    Http.Reply ended = http.retrieve(DialectHttp.id(created));

    assertThat(created.status()).isEqualTo(200);
    assertThat(DialectHttp.status(created)).isEqualTo("validating");
    assertThat(DialectHttp.status(ended)).isEqualTo("failed");
    assertThat(ended.body()).contains("Cannot find file file-nobody.");
  }

  @Test
  void aCancelledBatchReportsWhen() throws IOException {
    String id = http.create("a", "b", "c", "d");
    time.pass(BATCH.dividedBy(2));
    Http.Reply cancel = http.cancel(id);
    time.pass(Duration.ofSeconds(1));
    Http.Reply ended = http.retrieve(id);

    assertThat(cancel.status()).isEqualTo(200);
    assertThat(cancel.body())
        .contains("\"status\":\"cancelling\",\"output_file_id\":null,\"error_file_id\":null")
        .contains("\"in_progress_at\":1787150751,\"expires_at\":1787237091,\"finalizing_at\":null")
        .contains("\"cancelling_at\":1787150991,\"cancelled_at\":null")
        .contains("\"usage\":{\"input_tokens\":0,");
    assertThat(ended.body())
        .contains("\"cancelling_at\":1787150991,\"cancelled_at\":1787150992")
        .contains("\"usage\":{\"input_tokens\":20,\"output_tokens\":16,\"total_tokens\":36,");
  }

  @Test
  void resultsFilesAreDeletedWhenTheyExpire() throws IOException {
    String create =
        """
        {"input_file_id":"%s","endpoint":"/v1/chat/completions","completion_window":"24h",\
        "output_expires_after":{"anchor":"created_at","seconds":3600}}""";
    String input = http.file(Dialect.OPENAI.lines("a"));
    String id = DialectHttp.id(http.http().post("/batches", create.formatted(input)));
    time.pass(BATCH);
    String output = DialectHttp.member(http.retrieve(id), "output_file_id");
    Http.Reply file = http.http().get("/files/" + output);
    time.pass(Duration.ofHours(1));

    assertThat(file.body())
        .contains("\"purpose\":\"batch_output\",\"filename\":\"" + id + "_output.jsonl\"")
        .contains("\"created_at\":1787151291,\"expires_at\":1787154891");
    assertThat(http.content(output).status()).isEqualTo(404);
    assertThat(http.content(input).status()).isEqualTo(200);
    time.pass(Duration.ofDays(30));
    assertThat(http.content(input).status()).isEqualTo(404);
    assertThat(sandbox.openAi().files()).isEmpty();
  }

  @Test
  void otherEndpointsHaveTheirOwnResponseFormat() throws IOException {
    assertThat(only("/v1/embeddings", "\"input\":\"some words\""))
        .contains("{\"object\":\"list\",\"data\":[{\"object\":\"embedding\",\"index\":0,");
    assertThat(only("/v1/responses", "\"input\":\"some words\""))
        .contains("\"type\":\"output_text\"", "\"text\":\"Sandbox answer to a: some words\"");
    assertThat(only("/v1/responses", "\"input\":[{\"role\":\"user\",\"content\":\"hm\"}]"))
        .contains("\"text\":\"Sandbox answer to a: hm\"");
  }

  private String only(String endpoint, String member) throws IOException {
    String line =
        """
        {"custom_id":"a","method":"POST","url":"%s","body":{"model":"m",%s}}
        """;
    JsonObject create = Dialect.OPENAI.create(http.file(line.formatted(endpoint, member)));
    create.addProperty("endpoint", endpoint);
    String id = DialectHttp.id(http.http().post("/batches", create.toString()));
    time.pass(BATCH);
    return http.output(id).body();
  }
}
