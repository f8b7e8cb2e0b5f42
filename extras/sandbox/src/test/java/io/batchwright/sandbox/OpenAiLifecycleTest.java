package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

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
  void anUploadAnswersAFile() throws IOException {
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
  void createAnswersABatchThatIsValidatedWithAllItsMembersInOrder() throws IOException {
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
            "role":"assistant","content":"Sandbox answer to a: Hello a","refusal":null},\
            "logprobs":null,"finish_reason":"stop"}],"usage":\\{"prompt_tokens":10,\
            "completion_tokens":8,"total_tokens":18}}},"error":null}""");
  }
}
