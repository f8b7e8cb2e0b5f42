package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The formats that Moonshot documents. */
class MoonshotLifecycleTest {
  private static final Duration BATCH = Duration.ofMinutes(10);

  private final VirtualTime time = new VirtualTime();
  private Sandbox sandbox;
  private DialectHttp http;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().time(time).batchTime(BATCH).start();
    http = new DialectHttp(Dialect.MOONSHOT, sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void aFileIsReady() throws IOException {
    Http.Reply reply = http.upload("in.jsonl", Dialect.MOONSHOT.lines("a"));

    assertThat(reply.body())
        .matches(
            """
            \\{"id":"file_[0-9a-z]{26}","object":"file","bytes":\\d+,"created_at":1787150691,\
            "filename":"in.jsonl","purpose":"batch","status":"ready"}""");
    assertThat(http.http().get("/files").body())
        .isEqualTo("{\"object\":\"list\",\"data\":[" + reply.body() + "]}");
    assertThat(http.http().get("/files?limit=0&purpose=x").body()).contains("in.jsonl");
  }

  @Test
  void aBatchHasFewerMembers() throws IOException {
    String file = http.file(Dialect.MOONSHOT.lines("a", "b-errored-1"));
    Http.Reply created = http.createFrom(file);
    String id = DialectHttp.id(created);
    time.pass(BATCH);
    Http.Reply ended = http.retrieve(id);

    assertThat(created.headers().get("x-request-id")).isNull();
    assertThat(created.body())
        .isEqualTo(
            """
            {"id":"%s","object":"batch","endpoint":"/v1/chat/completions","input_file_id":"%s",\
            "completion_window":"24h","status":"validating","created_at":1787150691,\
            "request_counts":{"completed":0,"failed":0,"total":0},"output_file_id":null,\
            "error_file_id":null,"in_progress_at":null,"expires_at":1787237091,\
            "finalizing_at":null,"completed_at":null,"failed_at":null,"cancelling_at":null,\
            "cancelled_at":null,"metadata":null}"""
                .formatted(id, file));
    assertThat(ended.json().keySet()).isEqualTo(created.json().keySet());
    assertThat(DialectHttp.counts(ended)).isEqualTo("1 1 2");
  }

  @Test
  void linesAreNamedAfterTheirRequests() throws IOException {
    String id = http.create("a", "b-errored-1");
    time.pass(BATCH);
    Http.Reply output = http.output(id);

    assertThat(output.header("content-type")).isEqualTo("text/plain");
    assertThat(output.headers().get("content-disposition")).isNull();
    assertThat(output.body())
        .matches(
            """
            \\{"id":"a","custom_id":"a","response":\\{"status_code":200,"request_id":"",\
            "body":\\{"id":"chatcmpl-\\w{24}","object":"chat.completion","created":1787150691,\
            "model":"kimi-k2.6","choices":\\[\\{"index":0,"message":\\{"role":"assistant",\
            "content":"Sandbox answer to a: Hello a"},"finish_reason":"stop"}],"usage":\\{\
            "prompt_tokens":10,"completion_tokens":8,"total_tokens":18}}},"error":null}
            """);
    assertThat(http.errors(id).body())
        .isEqualTo(
            """
            {"id":"b-errored-1","custom_id":"b-errored-1","response":{"status_code":500,\
            "request_id":"","body":{"error":{"message":"Asked for by its id.",\
            "type":"server_error"}}},"error":null}
            """);
  }

  @Test
  void anInvalidFileFailsTheBatchWithoutAReason() throws IOException {
    String id = DialectHttp.id(http.createFrom(http.file("{}\n")));
    time.pass(BATCH);
    Http.Reply reply = http.retrieve(id);

    assertThat(reply.json().has("errors")).isFalse();
    assertThat(DialectHttp.status(reply)).isEqualTo("failed");
    assertThat(DialectHttp.member(reply, "failed_at")).isEqualTo("1787150751");
    assertThat(DialectHttp.counts(reply)).isEqualTo("0 0 0");
  }

  @ParameterizedTest
  @CsvSource({"12h,43200", "24h,86400", "1d,86400", "7d,604800", "168h,604800"})
  void theWindowIsTheCallersChoice(String window, int seconds) throws IOException {
    Http.Reply reply = createWith(window);

    assertThat(DialectHttp.member(reply, "completion_window")).isEqualTo(window);
    assertThat(DialectHttp.member(reply, "expires_at")).isEqualTo("" + (1787150691 + seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"11h", "169h", "8d", "0d", "24", "24m", "1.5d", "99999h", ""})
  void aWindowOutOfBoundsIsRefused(String window) throws IOException {
    Http.Reply reply = createWith(window);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.errorType()).isEqualTo("invalid_request_error");
  }

  private Http.Reply createWith(String window) throws IOException {
    String create =
        """
        {"input_file_id":"%s","endpoint":"/v1/chat/completions","completion_window":"%s"}""";
    String file = http.file(Dialect.MOONSHOT.lines("a"));
    return http.http().post("/batches", create.formatted(file, window));
  }

  @Test
  void whatIsCancellingCannotBeCancelledAgain() throws IOException {
    String id = http.create("a");
    http.cancel(id);

    assertThat(http.cancel(id).status()).isEqualTo(400);
  }
}
