package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scripts at Gemini, inline and with files. */
class GeminiScriptTest {
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

  private BatchScript next() {
    return sandbox.gemini().scriptNext();
  }

  private Http.Reply ended(String... keys) throws IOException {
    String name = http.create(keys);
    time.pass(BATCH);
    return http.retrieve(name);
  }

  /** The output of a batch with an input file. */
  private Http.Reply output(String... keys) throws IOException {
    String name = http.createFrom(http.file(GeminiHttp.rows(keys)));
    time.pass(BATCH);
    return http.download("files/batch-" + name.substring("batches/".length()));
  }

  private static JsonObject response(Http.Reply reply) {
    return reply.json().getAsJsonObject("response");
  }

  private static JsonArray items(Http.Reply reply) {
    return GeminiHttp.items(response(reply));
  }

  @Test
  void aBatchThatExpiresWithNothingHasNeitherResponseNorError() throws IOException {
    next().expireAll();
    Http.Reply inline = ended("a", "b", "c");

    assertThat(inline.json().keySet()).containsExactly("name", "metadata", "done");
    assertThat(GeminiHttp.state(inline)).isEqualTo("BATCH_STATE_EXPIRED");
    assertThat(GeminiHttp.stats(inline))
        .isEqualTo("{\"requestCount\":\"3\",\"pendingRequestCount\":\"3\"}");
    next().expireAll();
    assertThat(output("a").status()).isEqualTo(403);
  }

  @Test
  void aBatchThatExpiresPartlyHasTheResultsOfTheRest() throws IOException {
    next().expire("b").fail("c");
    Http.Reply inline = ended("a", "b", "c");
    next().expire("b").fail("c");

    assertThat(GeminiHttp.state(inline)).isEqualTo("BATCH_STATE_EXPIRED");
    assertThat(GeminiHttp.stats(inline))
        .isEqualTo(
            """
            {"requestCount":"3","pendingRequestCount":"1","successfulRequestCount":"1",\
            "failedRequestCount":"1"}""");
    assertThat(GeminiHttp.keys(inline)).containsExactly("a", "c");
    assertThat(items(inline).get(1).toString())
        .isEqualTo(
            """
            {"error":{"code":13,"message":"Scripted to end with an error."},\
            "metadata":{"key":"c"}}""");
    assertThat(output("a", "b", "c").lines())
        .hasSize(2)
        .noneMatch(line -> line.contains("\"key\":\"b\""));
  }

  @Test
  void aBatchThatFailsAsAWholeHasAnErrorAndNoResponse() throws IOException {
    next().failBatch();
    Http.Reply inline = ended("a", "b");

    assertThat(inline.json().keySet()).containsExactly("name", "metadata", "done", "error");
    assertThat(GeminiHttp.state(inline)).isEqualTo("BATCH_STATE_FAILED");
    assertThat(inline.json().get("error"))
        .isEqualTo(GeminiHttp.json("{'code':8,'message':'Scripted to fail as a whole.'}"));
    assertThat(GeminiHttp.stats(inline))
        .isEqualTo("{\"requestCount\":\"2\",\"failedRequestCount\":\"2\"}");
    next().failBatch();
    assertThat(output("a").status()).isEqualTo(403);
  }

  @Test
  void aStuckBatchStaysPendingUntilItIsCancelled() throws IOException {
    next().stuck();
    String name = http.create("a");
    time.pass(Duration.ofDays(4));
    Http.Reply stuck = http.retrieve(name);
    http.cancel(name);
    time.pass(Duration.ofSeconds(1));

    assertThat(GeminiHttp.state(stuck)).isEqualTo("BATCH_STATE_PENDING");
    assertThat(GeminiHttp.state(http.retrieve(name))).isEqualTo("BATCH_STATE_CANCELLED");
  }

  @Test
  void resultsCanBeLate() throws IOException {
    next().withholdFiles(2);
    String name = http.create("a");
    http.retrieve(name); // not ended: does not count
    time.pass(BATCH);
    Http.Reply first = http.retrieve(name);
    Http.Reply second = http.http().get("/v1beta/batches");

    assertThat(GeminiHttp.state(first)).isEqualTo("BATCH_STATE_SUCCEEDED");
    assertThat(first.json().keySet()).containsExactly("name", "metadata");
    assertThat(first.body()).contains("\"endTime\"").doesNotContain("\"output\"");
    assertThat(second.body()).doesNotContain("\"done\"");
    assertThat(GeminiHttp.keys(http.retrieve(name))).containsExactly("a");
  }

  @Test
  void aMissingOutputFileCanHaveAnEmptyName() throws IOException {
    next().emptyFileIds().withholdFiles(1);
    String name = http.createFrom(http.file(GeminiHttp.rows("a")));
    Http.Reply before = http.retrieve(name);
    time.pass(BATCH);

    JsonObject empty = GeminiHttp.json("{'responsesFile':''}");
    assertThat(GeminiHttp.metadata(before).get("output")).isEqualTo(empty);
    assertThat(GeminiHttp.metadata(http.retrieve(name)).get("output")).isEqualTo(empty);
    assertThat(response(http.retrieve(name)).get("responsesFile").getAsString())
        .startsWith("files/batch-");
  }

  @Test
  void unknownFieldsAreInTheOperationItsMetadataAndEveryResult() throws IOException {
    JsonObject unknown = GeminiHttp.json("{'list':[1,null]}");
    next().unknownFields();
    Http.Reply inline = ended("a", "b-errored-1");
    next().unknownFields();
    List<String> lines = output("a", "b-errored-1").lines();

    assertThat(inline.json().get("sandbox_unknown")).isEqualTo(unknown);
    assertThat(GeminiHttp.metadata(inline).get("sandbox_unknown")).isEqualTo(unknown);
    for (JsonElement item : items(inline)) {
      assertThat(item.getAsJsonObject().get("sandbox_unknown")).isEqualTo(unknown);
    }
    assertThat(lines)
        .hasSize(2)
        .allMatch(line -> line.endsWith(",\"sandbox_unknown\":{\"list\":[1,null]}}"));
  }

  @Test
  void scriptedItemsAreInTheList() throws IOException {
    next()
        .badLine(Position.FIRST)
        .repeatLine("a")
        .dropLine("b")
        .unknownIdLine("z")
        .rawLine("{\"raw\":true}");
    JsonArray items = items(ended("a", "b"));

    assertThat(items).hasSize(5);
    assertThat(items.get(0).toString()).isEqualTo("\"no object\"");
    assertThat(items.get(1)).isEqualTo(items.get(2));
    assertThat(items.get(3).toString())
        .isEqualTo("{\"error\":{\"code\":1},\"metadata\":{\"key\":\"z\"}}");
    assertThat(items.get(4).toString()).isEqualTo("{\"raw\":true}");
  }

  @Test
  void aRawItemNeedNotBeJson() throws IOException {
    next().rawLine("{\"raw\":");

    assertThat(ended("a").body()).contains("{\"raw\":");
  }

  @Test
  void scriptedLinesAreInTheFile() throws IOException {
    next()
        .badLine(Position.LAST)
        .repeatLine("a")
        .dropLine("b")
        .unknownIdLine("z")
        .rawLine("raw")
        .crlf()
        .noFinalNewline();
    String body = output("a", "b").body();

    assertThat(body).endsWith("\r\nraw\r\n{\"key\":\"broken\",\"res");
    assertThat(body.split("\r\n", -1))
        .hasSize(5)
        .contains("{\"key\":\"z\",\"error\":{\"code\":1}}");
  }

  @Test
  void theOrderOfTheRequestsIsKeptUnlessItIsReshuffled() throws IOException {
    String[] keys = new String[50];
    for (int i = 0; i < keys.length; i++) keys[i] = "r" + i;
    String name = http.create(keys);
    time.pass(BATCH);
    List<String> plain = GeminiHttp.keys(http.retrieve(name));
    sandbox.gemini().script(name).reshuffle();
    Http.Reply other = http.retrieve(name);

    assertThat(plain).containsExactly(keys);
    assertThat(GeminiHttp.keys(other)).isNotEqualTo(plain).containsExactlyInAnyOrder(keys);
    assertThat(GeminiHttp.keys(http.retrieve(name))).isNotEqualTo(GeminiHttp.keys(other));
    assertThat(items(other))
        .isEqualTo(GeminiHttp.items(GeminiHttp.metadata(other).getAsJsonObject("output")));
  }

  @Test
  void resultsCanBeWithoutKeysInTheOrderOfTheRequests() throws IOException {
    next().withoutKeys();
    JsonArray items = items(ended("a", "b-errored-1"));
    next().withoutKeys();
    List<String> lines = output("a", "b-errored-1").lines();

    assertThat(items.get(0).getAsJsonObject().keySet()).containsExactly("response");
    assertThat(items.get(1).getAsJsonObject().keySet()).containsExactly("error");
    assertThat(lines.get(0)).startsWith("{\"response\":").doesNotContain("\"key\"");
    assertThat(lines.get(1)).startsWith("{\"error\":");
  }

  @Test
  void resultsCanBeInOtherMembers() throws IOException {
    next().flatResponses();
    Http.Reply flat = ended("a");
    next().responsesUnderOutput();
    Http.Reply deep = ended("a");

    assertThat(response(flat).getAsJsonArray("inlinedResponses")).hasSize(1);
    assertThat(
            GeminiHttp.metadata(flat).getAsJsonObject("output").getAsJsonArray("inlinedResponses"))
        .hasSize(1);
    assertThat(response(deep).keySet()).containsExactly("@type", "output");
    assertThat(GeminiHttp.items(response(deep).getAsJsonObject("output"))).hasSize(1);
  }

  @Test
  void errorsCanBeNamedStatusAndHaveACodeAlone() throws IOException {
    next().statusForError();
    Http.Reply inline = ended("b-errored-1");
    next().statusForError();

    assertThat(items(inline).get(0).toString())
        .isEqualTo("{\"status\":{\"code\":13},\"metadata\":{\"key\":\"b-errored-1\"}}");
    assertThat(JsonParser.parseString(output("b-errored-1").body()))
        .isEqualTo(GeminiHttp.json("{'key':'b-errored-1','status':{'code':13}}"));
  }

  @Test
  void resultsCanBeCompressed() throws IOException {
    String name = http.create("a");
    time.pass(BATCH);
    String plain = http.retrieve(name).body();
    sandbox.gemini().script(name).gzip();
    String unpacked = http.retrieve(name).body();
    http.http().headers("x-goog-api-key", "k", "Accept-Encoding", "x");
    Http.Reply packed = http.retrieve(name);
    http.http().headers("x-goog-api-key", "k");
    next().gzip();
    String zipped = output("a").body();
    next().gzip();
    http.http().headers("x-goog-api-key", "k", "Accept-Encoding", "x");

    assertThat(zipped).contains("\"key\":\"a\"").endsWith("}\n");
    assertThat(unpacked).isEqualTo(plain);
    assertThat(packed.header("content-encoding")).isEqualTo("gzip");
    assertThat(output("a").header("content-encoding")).isEqualTo("gzip");
  }

  @Test
  void theReplyFunctionSeesTheRequestAndMayFail() throws IOException {
    try (Sandbox own =
        Sandbox.builder().time(time).batchTime(BATCH).reply(GeminiScriptTest::reply).start()) {
      http = new GeminiHttp(own);
      JsonArray items = items(ended("a", "b"));

      assertThat(items.get(0).toString()).contains("\"text\":\"gemini-2.5-flash: Hello a\"");
      assertThat(items.get(1).toString())
          .contains("\"code\":13,\"message\":\"The reply function failed: ");
    }
  }

  private static String reply(SandboxRequest request) {
    if (request.customId().equals("b")) throw new IllegalStateException("b");
    return request.model() + ": " + request.prompt();
  }
}
