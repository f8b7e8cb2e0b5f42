package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.okhttp3.RequestBody;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeminiLifecycleTest {
  private static final Duration BATCH = Duration.ofMinutes(10);

  private final VirtualTime time = new VirtualTime();
  private Sandbox sandbox;
  private GeminiHttp http;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().time(time).batchTime(BATCH).start();
    http = new GeminiHttp(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1beta", "v1"})
  void createReturnsAPendingOperationWithoutDone(String version) throws IOException {
    String path = GeminiHttp.CREATE.replace("v1beta", version);
    Http.Reply reply = http.http().post(path, GeminiHttp.body("a", "b").toString());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-type")).isEqualTo("application/json; charset=UTF-8");
    String name = GeminiHttp.name(reply);
    assertThat(name).matches("batches/[0-9a-z]{36}");
    assertThat(reply.body())
        .isEqualTo(
            """
            {
              "name": "%1$s",
              "metadata": {
                "@type": "type.googleapis.com/google.ai.generativelanguage.v1main.GenerateContentBatch",
                "model": "models/gemini-2.5-flash",
                "displayName": "demo",
                "createTime": "2026-08-19T14:44:51.493319Z",
                "updateTime": "2026-08-19T14:44:51.493319Z",
                "batchStats": {
                  "requestCount": "2",
                  "pendingRequestCount": "2"
                },
                "state": "BATCH_STATE_PENDING",
                "name": "%1$s"
              }
            }"""
                .formatted(name));
    assertThat(http.http().get("/" + version + "/" + name).body()).isEqualTo(reply.body());
  }

  @Test
  void aRunningBatchCountsItsRequestsAndOmitsZeros() throws IOException {
    String name = http.create("a", "b-errored-1", "c", "d");
    time.pass(BATCH.dividedBy(10));
    Http.Reply started = http.retrieve(name);
    time.pass(BATCH.multipliedBy(4).dividedBy(10));
    Http.Reply half = http.retrieve(name);

    assertThat(GeminiHttp.state(started)).isEqualTo("BATCH_STATE_RUNNING");
    assertThat(GeminiHttp.stats(started))
        .isEqualTo("{\"requestCount\":\"4\",\"pendingRequestCount\":\"4\"}");
    assertThat(GeminiHttp.stats(half))
        .isEqualTo(
            """
            {"requestCount":"4","pendingRequestCount":"2","successfulRequestCount":"1",\
            "failedRequestCount":"1"}""");
    assertThat(half.json().keySet()).containsExactly("name", "metadata");
  }

  @Test
  void aFinishedBatchHasItsResultsTwiceInTheOrderOfTheRequests() throws IOException {
    String name = http.create("a", "b-errored-1");
    time.pass(BATCH);
    Http.Reply reply = http.retrieve(name);

    JsonObject json = reply.json();
    assertThat(json.keySet()).containsExactly("name", "metadata", "done", "response");
    assertThat(json.get("done").getAsBoolean()).isTrue();
    assertThat(GeminiHttp.metadata(reply).keySet())
        .containsExactly(
            "@type",
            "model",
            "displayName",
            "output",
            "createTime",
            "endTime",
            "updateTime",
            "batchStats",
            "state",
            "name");
    assertThat(GeminiHttp.metadata(reply).get("endTime").getAsString())
        .isEqualTo("2026-08-19T14:54:51.493319Z")
        .isEqualTo(GeminiHttp.metadata(reply).get("updateTime").getAsString());
    assertThat(GeminiHttp.state(reply)).isEqualTo("BATCH_STATE_SUCCEEDED");
    assertThat(GeminiHttp.stats(reply))
        .isEqualTo(
            """
            {"requestCount":"2","successfulRequestCount":"1","failedRequestCount":"1"}""");
    JsonObject response = json.getAsJsonObject("response");
    assertThat(response.get("@type").getAsString())
        .isEqualTo(
            "type.googleapis.com/google.ai.generativelanguage.v1main.GenerateContentBatchOutput");
    assertThat(GeminiHttp.items(response))
        .isEqualTo(GeminiHttp.items(GeminiHttp.metadata(reply).getAsJsonObject("output")));
    assertThat(GeminiHttp.items(response).get(0).toString())
        .matches(
            """
            \\{"response":\\{"candidates":\\[\\{"content":\\{"parts":\\[\\{\
            "text":"Sandbox answer to a: Hello a"}],"role":"model"},"finishReason":"STOP",\
            "index":0}],"usageMetadata":\\{"promptTokenCount":10,"candidatesTokenCount":8,\
            "totalTokenCount":18,"promptTokensDetails":\\[\\{"modality":"TEXT","tokenCount":10}],\
            "serviceTier":"standard"},"modelVersion":"gemini-2.5-flash",\
            "responseId":"\\w{23}"},"metadata":\\{"key":"a"}}""");
    assertThat(GeminiHttp.items(response).get(1).toString())
        .isEqualTo(
            """
            {"error":{"code":13,"message":"Asked for by its id."},\
            "metadata":{"key":"b-errored-1"}}""");
  }

  @Test
  void metadataIsReturnedUnchangedForEveryOutcome() throws IOException {
    JsonArray items = new JsonArray();
    items.add(item("{'custom_id':'x','shard':3,'deep':{'list':[1,null,'ü']}}"));
    items.add(GeminiHttp.json("{'request':{'contents':[{'parts':[{'text':'?'}]}]}}"));
    items.add(GeminiHttp.json("{'request':{},'metadata':{'key':'z'}}"));
    String name = GeminiHttp.name(post(GeminiHttp.body(items).toString()));
    time.pass(BATCH);
    JsonArray results = GeminiHttp.items(http.retrieve(name).json().getAsJsonObject("response"));

    assertThat(results.get(0).getAsJsonObject().get("metadata").toString())
        .isEqualTo("{\"custom_id\":\"x\",\"shard\":3,\"deep\":{\"list\":[1,null,\"ü\"]}}");
    assertThat(results.get(0).toString()).contains("Sandbox answer to x: Hi");
    assertThat(results.get(1).getAsJsonObject().keySet()).containsExactly("response");
    assertThat(results.get(2).toString())
        .isEqualTo(
            """
            {"error":{"code":3,"message":"contents: at least one is required"},\
            "metadata":{"key":"z"}}""");
  }

  private static JsonObject item(String metadata) {
    JsonObject item = new JsonObject();
    item.add("request", GeminiHttp.request("Hi"));
    item.add("metadata", GeminiHttp.json(metadata));
    return item;
  }

  @Test
  void snakeCaseAndAPriorityAreUnderstood() throws IOException {
    String body =
        """
        {"batch":{"display_name":"snake","priority":"-5","input_config":{"requests":{"requests":[\
        {"request":{"contents":[{"parts":[{"text":"Hi"}]}]},"metadata":{"key":"a"}}]}}}}""";
    Http.Reply reply = post(body);

    assertThat(GeminiHttp.metadata(reply).get("displayName").getAsString()).isEqualTo("snake");
    assertThat(GeminiHttp.metadata(reply).get("priority").toString()).isEqualTo("\"-5\"");
  }

  private Http.Reply post(String body) throws IOException {
    return http.http().post(GeminiHttp.CREATE, body);
  }

  @Test
  void aBatchCancelledBeforeAnythingRanIsCancelledWithAnErrorAndNoResponse() throws IOException {
    String name = http.create("a", "b");
    Http.Reply cancel = http.cancel(name);
    time.pass(Duration.ofMillis(999));
    Http.Reply settling = http.retrieve(name);
    time.pass(Duration.ofMillis(1));
    Http.Reply ended = http.retrieve(name);

    assertThat(cancel.status()).isEqualTo(200);
    assertThat(cancel.body()).isEqualTo("{}");
    assertThat(GeminiHttp.state(settling)).isEqualTo("BATCH_STATE_PENDING");
    assertThat(GeminiHttp.state(ended)).isEqualTo("BATCH_STATE_CANCELLED");
    assertThat(ended.json().keySet()).containsExactly("name", "metadata", "done", "error");
    assertThat(ended.json().get("error").toString())
        .isEqualTo("{\"code\":13,\"message\":\"Batch ended without a result.\"}");
    assertThat(GeminiHttp.stats(ended))
        .isEqualTo("{\"requestCount\":\"2\",\"pendingRequestCount\":\"2\"}");
  }

  @Test
  void aBatchCancelledWhileItRunsEndsAsSucceeded() throws IOException {
    String name = http.create("a", "b", "c");
    time.pass(BATCH.dividedBy(2));
    Http.Reply first = http.http().send("POST", "/v1beta/" + name + ":cancel", RequestBody.EMPTY);
    Http.Reply second = http.cancel(name);
    Http.Reply settling = http.retrieve(name);
    time.pass(Duration.ofSeconds(1));
    Http.Reply ended = http.retrieve(name);

    assertThat(first.status()).isEqualTo(second.status()).isEqualTo(200);
    assertThat(GeminiHttp.state(settling)).isEqualTo("BATCH_STATE_RUNNING");
    assertThat(GeminiHttp.state(ended)).isEqualTo("BATCH_STATE_SUCCEEDED");
    assertThat(GeminiHttp.stats(ended))
        .isEqualTo(
            """
            {"requestCount":"3","successfulRequestCount":"1","failedRequestCount":"2"}""");
    assertThat(GeminiHttp.items(ended.json().getAsJsonObject("response")).get(2).toString())
        .isEqualTo("{\"error\":{\"code\":1},\"metadata\":{\"key\":\"c\"}}");
  }

  @Test
  void anEndedBatchCannotBeCancelled() throws IOException {
    String name = http.create("a");
    time.pass(BATCH);
    Http.Reply reply = http.cancel(name);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("\"status\": \"FAILED_PRECONDITION\"");
    assertThat(GeminiHttp.state(http.retrieve(name))).isEqualTo("BATCH_STATE_SUCCEEDED");
  }

  @Test
  void aSlowBatchExpiresAfter48HoursAndKeepsItsResults() throws IOException {
    try (Sandbox slow = Sandbox.builder().time(time).batchTime(Duration.ofDays(4)).start()) {
      GeminiHttp slowly = new GeminiHttp(slow);
      String name = slowly.create("a", "b");
      time.pass(Duration.ofDays(2));
      Http.Reply reply = slowly.retrieve(name);

      assertThat(GeminiHttp.state(reply)).isEqualTo("BATCH_STATE_EXPIRED");
      assertThat(GeminiHttp.stats(reply))
          .isEqualTo(
              """
              {"requestCount":"2","pendingRequestCount":"1","successfulRequestCount":"1"}""");
      assertThat(reply.json().keySet()).containsExactly("name", "metadata", "done", "response");
      assertThat(GeminiHttp.keys(reply)).containsExactly("a");
      assertThat(GeminiHttp.metadata(reply).get("endTime").getAsString())
          .isEqualTo("2026-08-21T14:44:51.493319Z");
    }
  }

  @Test
  void aDeletedBatchIsGone() throws IOException {
    String name = http.create("a");
    time.pass(BATCH);
    Http.Reply deleted =
        http.http().send("DELETE", "/v1beta/" + name, RequestBody.create(new byte[] {'{', '}'}));

    assertThat(deleted.status()).isEqualTo(200);
    assertThat(deleted.body()).isEqualTo("{}");
    assertThat(http.delete(name).status()).isEqualTo(404);
    assertThat(http.retrieve(name).status()).isEqualTo(404);
    assertThat(http.cancel(name).status()).isEqualTo(404);
    assertThat(sandbox.gemini().created()).isEqualTo(1);
    assertThat(sandbox.gemini().ids()).isEmpty();
  }

  @Test
  void theRecordOfARunningBatchCanBeDeleted() throws IOException {
    String name = http.create("a");

    assertThat(http.delete(name).body()).isEqualTo("{}");
    assertThat(http.retrieve(name).status()).isEqualTo(404);
  }

  @Test
  void aCreateNeverReturnsAnEndedBatch() throws IOException {
    try (Sandbox instant = Sandbox.builder().time(time).batchTime(Duration.ZERO).start()) {
      GeminiHttp quick = new GeminiHttp(instant);
      Http.Reply created = quick.http().post(GeminiHttp.CREATE, GeminiHttp.body("a").toString());

      assertThat(GeminiHttp.state(created)).isEqualTo("BATCH_STATE_PENDING");
      assertThat(GeminiHttp.state(quick.retrieve(GeminiHttp.name(created))))
          .isEqualTo("BATCH_STATE_SUCCEEDED");
    }
  }

  @Test
  void aPollHintIsSentWhileTheBatchRunsIfConfigured() throws IOException {
    try (Sandbox hinting =
        Sandbox.builder().time(time).batchTime(BATCH).pollHint(Duration.ofSeconds(10)).start()) {
      GeminiHttp polling = new GeminiHttp(hinting);
      String name = polling.create("a");
      Http.Reply running = polling.retrieve(name);
      time.pass(BATCH);

      assertThat(running.header("retry-after")).isEqualTo("10");
      assertThat(polling.retrieve(name).headers().get("retry-after")).isNull();
    }
  }

  @Test
  void scriptsAcceptABatchNameAndABareId() throws IOException {
    String name = http.create("a");
    sandbox.gemini().script(name.substring("batches/".length())).status("JOB_STATE_RUNNING");

    assertThat(sandbox.gemini().ids()).containsExactly(name);
    assertThat(sandbox.gemini().script(name)).isNotNull();
    assertThat(GeminiHttp.state(http.retrieve(name))).isEqualTo("JOB_STATE_RUNNING");
  }
}
