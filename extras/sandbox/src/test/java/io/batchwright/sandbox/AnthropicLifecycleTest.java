package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.sandbox.shaded.gson.JsonElement;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnthropicLifecycleTest {
  private static final Duration BATCH = Duration.ofMinutes(10);

  private final VirtualTime time = new VirtualTime();
  private Sandbox sandbox;
  private Http http;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().time(time).batchTime(BATCH).start();
    http = new Http(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void createReturnsABatchInProgressWithAllTenMembersInOrder() throws IOException {
    Http.Reply reply = http.post(Http.BATCHES, Http.requests("a", "b"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-type")).isEqualTo("application/json");
    assertThat(reply.header("request-id")).startsWith("req_01");
    assertThat(reply.headers().get("retry-after")).isNull();
    String id = reply.json().get("id").getAsString();
    assertThat(id).matches("msgbatch_01[1-9A-Za-z]{22}");
    assertThat(reply.body())
        .isEqualTo(
            """
            {"id":"%s","type":"message_batch","processing_status":"in_progress",\
            "request_counts":{"processing":2,"succeeded":0,"errored":0,"canceled":0,"expired":0},\
            "ended_at":null,"created_at":"2026-08-19T14:44:51.493319+00:00",\
            "expires_at":"2026-08-20T14:44:51.493319+00:00","archived_at":null,\
            "cancel_initiated_at":null,"results_url":null}"""
                .formatted(id));
  }

  @Test
  void aBatchEndsWhenItsTimeIsOver() throws IOException {
    String id = http.create("a", "b-errored-1", "c");
    time.pass(BATCH.minusMillis(1));
    Http.Reply before = http.retrieve(id);
    time.pass(Duration.ofMillis(1));

    assertThat(before.json().get("processing_status").getAsString()).isEqualTo("in_progress");
    assertThat(http.retrieve(id).body())
        .isEqualTo(
            """
            {"id":"%s","type":"message_batch","processing_status":"ended",\
            "request_counts":{"processing":0,"succeeded":2,"errored":1,"canceled":0,"expired":0},\
            "ended_at":"2026-08-19T14:54:51.493319+00:00",\
            "created_at":"2026-08-19T14:44:51.493319+00:00",\
            "expires_at":"2026-08-20T14:44:51.493319+00:00","archived_at":null,\
            "cancel_initiated_at":null,"results_url":"%s"}"""
                .formatted(id, sandbox.anthropicUrl() + "/v1/messages/batches/" + id + "/results"));
  }

  @Test
  void resultsAreShuffledLinesInChunks() throws IOException {
    String id = http.create("a", "b");
    time.pass(BATCH);
    Http.Reply reply = http.results(id);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-type")).isEqualTo("application/x-jsonl");
    assertThat(reply.header("transfer-encoding")).isEqualTo("chunked");
    assertThat(reply.header("content-disposition"))
        .isEqualTo("attachment; filename*=utf-8''" + id + "_results.jsonl");
    assertThat(reply.body()).endsWith("}\n");
    assertThat(reply.lines()).hasSize(2);
    assertThat(reply.lines().get(1))
        .matches(
            """
            \\{"custom_id":"a","result":\\{"type":"succeeded","message":\\{\
            "model":"claude-haiku-4-5-20251001","id":"msg_01\\w{22}","type":"message",\
            "role":"assistant","content":\\[\\{"type":"text",\
            "text":"Sandbox answer to a: Hello a"}],"stop_reason":"end_turn",\
            "stop_sequence":null,"stop_details":null,"usage":\\{"input_tokens":\\d+,\
            "cache_creation_input_tokens":0,"cache_read_input_tokens":0,"cache_creation":\\{\
            "ephemeral_5m_input_tokens":0,"ephemeral_1h_input_tokens":0},"output_tokens":8,\
            "service_tier":"batch","inference_geo":"not_available"}}}}""");
  }

  @Test
  void aBatchCreatedNowReadsTheSameUntilItEnds() throws IOException {
    String id = http.create("a");
    time.pass(Duration.ofMinutes(5));

    assertThat(http.retrieve(id).status()).isEqualTo(200);
    assertThat(counts(http.retrieve(id))).isEqualTo("1 0 0 0 0");
  }

  @Test
  void aCancelledBatchEndsLaterAndKeepsItsResults() throws IOException {
    String id = http.create("a", "b", "c", "d");
    time.pass(BATCH.dividedBy(2));
    Http.Reply cancel = http.cancel(id);
    time.pass(Duration.ofMillis(999));
    Http.Reply second = http.cancel(id);
    Http.Reply settling = http.retrieve(id);
    time.pass(Duration.ofMillis(1));
    Http.Reply ended = http.retrieve(id);

    assertThat(cancel.status()).isEqualTo(200);
    assertThat(status(cancel)).isEqualTo("canceling");
    assertThat(counts(cancel)).isEqualTo("4 0 0 0 0");
    assertThat(cancel.json().get("cancel_initiated_at").getAsString())
        .isEqualTo("2026-08-19T14:49:51.493319+00:00");
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(cancel.body()).isEqualTo(settling.body());
    assertThat(status(ended)).isEqualTo("ended");
    assertThat(counts(ended)).isEqualTo("0 2 0 2 0");
    assertThat(ended.json().get("ended_at").getAsString())
        .isEqualTo("2026-08-19T14:49:52.493319+00:00");
    assertThat(http.results(id).lines())
        .anyMatch(
            line -> line.startsWith("{\"custom_id\":\"b\",\"result\":{\"type\":\"succeeded\""))
        .contains("{\"custom_id\":\"c\",\"result\":{\"type\":\"canceled\"}}")
        .hasSize(4);
  }

  @Test
  void anEndedBatchCannotBeCancelled() throws IOException {
    String id = http.create("a");
    time.pass(BATCH);
    Http.Reply reply = http.cancel(id);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.errorType()).isEqualTo("invalid_request_error");
    assertThat(http.retrieve(id).json().get("cancel_initiated_at").isJsonNull()).isTrue();
  }

  @Test
  void onlyAnEndedBatchCanBeDeletedAndThenItIsGone() throws IOException {
    String id = http.create("a");
    Http.Reply tooEarly = http.delete(Http.BATCHES + "/" + id);
    time.pass(BATCH);
    Http.Reply deleted = http.delete(Http.BATCHES + "/" + id);

    assertThat(tooEarly.status()).isEqualTo(400);
    assertThat(tooEarly.errorType()).isEqualTo("invalid_request_error");
    assertThat(deleted.status()).isEqualTo(200);
    assertThat(deleted.body())
        .isEqualTo("{\"id\":\"%s\",\"type\":\"message_batch_deleted\"}".formatted(id));
    assertThat(http.delete(Http.BATCHES + "/" + id).status()).isEqualTo(404);
    assertThat(http.retrieve(id).status()).isEqualTo(404);
    assertThat(http.results(id).status()).isEqualTo(404);
    assertThat(http.cancel(id).status()).isEqualTo(404);
    assertThat(sandbox.anthropic().created()).isEqualTo(1);
    assertThat(sandbox.anthropic().ids()).isEmpty();
  }

  @Test
  void aCancellingBatchCannotBeDeletedYet() throws IOException {
    String id = http.create("a");
    http.cancel(id);

    assertThat(http.delete(Http.BATCHES + "/" + id).status()).isEqualTo(400);
  }

  @Test
  void resultsBeforeTheEndAreNotFound() throws IOException {
    String id = http.create("a");
    Http.Reply reply = http.results(id);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("x-should-retry")).isEqualTo("false");
    assertThat(reply.body())
        .isEqualTo(
            """
            {"type":"error","error":{"type":"not_found_error",\
            "message":"Message Batch %s has no available results."},"request_id":"%s"}"""
                .formatted(id, reply.header("request-id")));
  }

  @Test
  void resultsAreArchivedAfter29Days() throws IOException {
    String id = http.create("a");
    time.pass(Duration.ofDays(29));
    Http.Reply reply = http.retrieve(id);

    assertThat(status(reply)).isEqualTo("ended");
    assertThat(reply.json().get("archived_at").getAsString())
        .isEqualTo("2026-09-17T14:44:51.493319+00:00");
    assertThat(reply.json().get("results_url").isJsonNull()).isTrue();
    assertThat(http.results(id).status()).isEqualTo(404);
  }

  @Test
  void aSlowBatchExpiresAfter24HoursAndKeepsItsResults() throws IOException {
    try (Sandbox slow = Sandbox.builder().time(time).batchTime(Duration.ofDays(2)).start()) {
      Http slowly = new Http(slow);
      String id = slowly.create("a", "b");
      time.pass(Duration.ofDays(1));
      Http.Reply reply = slowly.retrieve(id);

      assertThat(counts(reply)).isEqualTo("0 1 0 0 1");
      assertThat(reply.json().get("ended_at")).isEqualTo(reply.json().get("expires_at"));
      assertThat(slowly.results(id).lines())
          .contains("{\"custom_id\":\"b\",\"result\":{\"type\":\"expired\"}}");
    }
  }

  @Test
  void aCreateAndACancelNeverReturnAnEndedBatch() throws IOException {
    try (Sandbox instant =
        Sandbox.builder().time(time).batchTime(Duration.ZERO).cancelTime(Duration.ZERO).start()) {
      Http quick = new Http(instant);
      instant.anthropic().scriptNext().stuck();
      Http.Reply created = quick.post(Http.BATCHES, Http.requests("a"));
      String id = created.json().get("id").getAsString();

      assertThat(status(created)).isEqualTo("in_progress");
      assertThat(status(quick.cancel(id))).isEqualTo("canceling");
      assertThat(status(quick.retrieve(id))).isEqualTo("ended");
      assertThat(status(quick.post(Http.BATCHES, Http.requests("a")))).isEqualTo("in_progress");
    }
  }

  @Test
  void aPollHintOf10SecondsIsSentWhileTheBatchRuns() throws IOException {
    Http.Reply created = http.post(Http.BATCHES, Http.requests("a"));
    String id = created.json().get("id").getAsString();
    Http.Reply running = http.retrieve(id);
    Http.Reply listed = http.get(Http.BATCHES);
    time.pass(BATCH);

    assertThat(running.header("retry-after")).isEqualTo("10");
    assertThat(created.headers().get("retry-after")).isNull();
    assertThat(listed.headers().get("retry-after")).isNull();
    assertThat(http.retrieve(id).headers().get("retry-after")).isNull();
  }

  @Test
  void thePollHintCanBeAnotherOrNone() throws IOException {
    assertThat(hint(Duration.ofSeconds(7))).isEqualTo("7");
    assertThat(hint(Duration.ZERO)).isEqualTo("null");
  }

  private String hint(Duration hint) throws IOException {
    try (Sandbox hinting = Sandbox.builder().time(time).batchTime(BATCH).pollHint(hint).start()) {
      Http polling = new Http(hinting);
      return polling.retrieve(polling.create("a")).header("retry-after");
    }
  }

  private static String status(Http.Reply reply) {
    return reply.json().get("processing_status").getAsString();
  }

  /** processing, succeeded, errored, canceled, expired. */
  private static String counts(Http.Reply reply) {
    return reply.json().getAsJsonObject("request_counts").asMap().values().stream()
        .map(JsonElement::getAsString)
        .collect(Collectors.joining(" "));
  }
}
