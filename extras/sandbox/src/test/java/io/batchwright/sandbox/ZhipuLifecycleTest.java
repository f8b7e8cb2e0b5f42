package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The formats recorded at Zhipu, or documented where nothing was recorded. */
class ZhipuLifecycleTest {
  private static final Duration BATCH = Duration.ofMinutes(10);

  private final VirtualTime time = new VirtualTime();
  private Sandbox sandbox;
  private DialectHttp http;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().time(time).batchTime(BATCH).start();
    http = new DialectHttp(Dialect.ZHIPU, sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void aFileIsNamedAfterItsSecond() throws IOException {
    Http.Reply reply = http.upload("in.jsonl", Dialect.ZHIPU.lines("request-a"));

    assertThat(DialectHttp.id(reply)).matches("1787150691_[0-9a-f]{32}");
    assertThat(reply.body())
        .matches(
            """
            \\{"id":"\\w+","object":"file","bytes":\\d+,"created_at":1787150691,\
            "fileName":"in.jsonl","purpose":"batch","status":null}""");
    assertThat(http.http().get("/files?purpose=batch").body())
        .matches(
            """
            \\{"object":"list","data":\\[\\{"id":"\\w+","object":"file","bytes":\\d+,\
            "created_at":1787150691,"filename":"in.jsonl","purpose":"batch"}],"has_more":false}""");
  }

  @Test
  void theCreateReturnsNullsAndMilliseconds() throws IOException {
    String file = http.file(Dialect.ZHIPU.lines("request-a"));
    Http.Reply reply = http.createFrom(file);

    assertThat(DialectHttp.id(reply)).matches("batch_[0-9]{19}");
    assertThat(reply.body())
        .isEqualTo(
            """
            {"id":"%s","object":"batch","endpoint":"/v4/chat/completions","input_file_id":"%s",\
            "completion_window":"24h","status":"validating","output_file_id":null,\
            "error_file_id":null,"created_at":1787150691493,"in_progress_at":null,\
            "expires_at":null,"finalizing_at":null,"completed_at":null,"failed_at":null,\
            "expired_at":null,"cancelling_at":null,"cancelled_at":null,\
            "request_counts":{"completed":null,"failed":null,"total":null},"metadata":null}"""
                .formatted(DialectHttp.id(reply), file));
  }

  @Test
  void laterReadsReportEmptyIdsAndWholeSeconds() throws IOException {
    String id = http.create("request-a", "request-b");
    Http.Reply validating = http.retrieve(id);
    time.pass(BATCH.dividedBy(2));
    Http.Reply running = http.retrieve(id);
    time.pass(BATCH.dividedBy(2));
    Http.Reply ended = http.retrieve(id);

    assertThat(validating.body())
        .contains("\"output_file_id\":\"\",\"error_file_id\":\"\",\"created_at\":1787150691000")
        .contains("\"request_counts\":{\"completed\":null,\"failed\":null,\"total\":null}");
    assertThat(running.body())
        .contains("\"in_progress_at\":1787150751000,\"expires_at\":null")
        .contains("\"request_counts\":{\"completed\":1,\"failed\":0,\"total\":2}");
    assertThat(DialectHttp.member(ended, "output_file_id")).matches("1787151291_[0-9a-f]{32}");
    assertThat(DialectHttp.member(ended, "error_file_id")).isEmpty();
    assertThat(DialectHttp.member(ended, "completed_at")).isEqualTo("1787151291000");
  }

  @Test
  void everyLineHasTheIdOfTheBatchAndNoErrorKey() throws IOException {
    String id = http.create("request-a", "request-b-errored-1");
    time.pass(BATCH);
    Http.Reply output = http.output(id);

    assertThat(output.header("content-type")).isEqualTo("application/octet-stream");
    assertThat(output.body())
        .matches(
            """
            \\{"response":\\{"status_code":200,"body":\\{"created":1787150691,"usage":\\{\
            "completion_tokens":12,"prompt_tokens":12,"total_tokens":24},"model":"glm-4-plus",\
            "id":"[0-9]{19}","choices":\\[\\{"finish_reason":"stop","index":0,"message":\\{\
            "role":"assistant","content":"Sandbox answer to request-a: Hello request-a"}}],\
            "request_id":"request-a"}},"custom_id":"request-a","id":"%s"}
            """
                .formatted(id));
    assertThat(http.errors(id).body())
        .isEqualTo(
            """
            {"response":{"status_code":500,"body":{"error":{"code":"1234",\
            "message":"Asked for by its id."}}},"custom_id":"request-b-errored-1","id":"%s"}
            """
                .formatted(id));
  }

  @Test
  void theInputIsDeletedOnceValidatedUnlessItIsToBeKept() throws IOException {
    String file = http.file(Dialect.ZHIPU.lines("request-a"));
    http.createFrom(file);
    int before = http.content(file).status();
    time.pass(BATCH.dividedBy(10));
    int after = http.content(file).status();
    String kept = http.file(Dialect.ZHIPU.lines("request-a"));
    JsonObject create = Dialect.ZHIPU.create(kept);
    create.addProperty("auto_delete_input_file", false);
    http.http().post("/batches", create.toString());
    time.pass(BATCH);

    assertThat(before).isEqualTo(200);
    assertThat(after).isEqualTo(404);
    assertThat(http.content(kept).status()).isEqualTo(200);
    assertThat(sandbox.zhipu().files()).hasSize(3).contains(kept).doesNotContain(file);
  }

  @Test
  void anUploadIsValidated() throws IOException {
    Http.Reply shortId = http.upload("in.jsonl", Dialect.ZHIPU.lines("reque"));
    String lines = Dialect.ZHIPU.lines("request-a");
    Http.Reply noModel = http.upload("in.jsonl", lines.replace("model", "mode"));
    Http.Reply unknown = http.upload("in.jsonl", lines.replace("glm-4", "no-such-model"));

    assertThat(shortId.status()).isEqualTo(400);
    assertThat(shortId.body())
        .isEqualTo("{\"error\":{\"code\":1214,\"message\":\"custom_id too short\"}}");
    assertThat(noModel.status()).isEqualTo(400);
    assertThat(noModel.body()).startsWith("{\"error\":{\"code\":\"1210\",");
    assertThat(unknown.body()).isEqualTo(noModel.body());
    assertThat(sandbox.zhipu().files()).isEmpty();
  }

  @Test
  void aSlowBatchExpiresAfterAWeek() throws IOException {
    try (Sandbox slow = Sandbox.builder().time(time).batchTime(Duration.ofDays(10)).start()) {
      DialectHttp slowly = new DialectHttp(Dialect.ZHIPU, slow);
      String id = slowly.create("request-a", "request-b", "request-c", "request-d");
      time.pass(Duration.ofDays(7));
      Http.Reply reply = slowly.retrieve(id);

      assertThat(DialectHttp.status(reply)).isEqualTo("expired");
      assertThat(DialectHttp.member(reply, "expired_at")).isEqualTo("1787755491000");
      assertThat(DialectHttp.counts(reply)).isEqualTo("3 0 4");
    }
  }

  @Test
  void someUnknownPathsReturnSuccessWithAnErrorBody() throws IOException {
    String file = http.file(Dialect.ZHIPU.lines("request-a"));
    Http.Reply reply = http.http().get("/files/" + file);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body())
        .isEqualTo("{\"code\":500,\"msg\":\"404 NOT_FOUND\",\"success\":false}");
    assertThat(sandbox.zhipu().count(Operation.RETRIEVE_FILE)).isZero();
  }
}
