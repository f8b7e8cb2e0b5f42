package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.sandbox.shaded.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchScriptTest {
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
  void aStuckBatchNeverEndsUntilItIsCancelled() throws IOException {
    sandbox.anthropic().scriptNext().stuck();
    String id = http.create("a", "b");
    time.pass(Duration.ofDays(2));
    Http.Reply stuck = http.retrieve(id);
    http.cancel(id);
    time.pass(Duration.ofSeconds(1));

    assertThat(stuck.body()).contains("\"in_progress\"");
    assertThat(http.retrieve(id).body()).contains("\"ended\"", "\"canceled\":2");
  }

  @Test
  void noBatchFailsAsAWhole() throws IOException {
    sandbox.anthropic().scriptNext().failBatch();
    String id = http.create("a", "b");
    time.pass(BATCH);

    assertThat(http.retrieve(id).body()).contains("\"ended\"", "\"succeeded\":2");
    assertThat(http.results(id).lines()).hasSize(2);
  }

  @Test
  void aScriptForTheNextBatchIsForThatOneOnly() throws IOException {
    sandbox.anthropic().scriptNext().expireAll();
    String first = http.create("a", "b");
    String second = http.create("a", "b");
    time.pass(BATCH);

    assertThat(http.retrieve(first).body()).contains("\"succeeded\":0", "\"expired\":2");
    assertThat(http.retrieve(second).body()).contains("\"succeeded\":2", "\"expired\":0");
    assertThat(http.results(first).lines())
        .containsExactlyInAnyOrder(
            "{\"custom_id\":\"a\",\"result\":{\"type\":\"expired\"}}",
            "{\"custom_id\":\"b\",\"result\":{\"type\":\"expired\"}}");
  }

  @Test
  void singleRequestsCanExpireAndFail() throws IOException {
    String id = http.create("a", "b", "c");
    sandbox.anthropic().script(id).expire("a").fail("c");
    time.pass(BATCH);

    assertThat(http.retrieve(id).body())
        .contains("\"succeeded\":1,\"errored\":1,\"canceled\":0,\"expired\":1");
    assertThat(http.results(id).lines())
        .contains("{\"custom_id\":\"a\",\"result\":{\"type\":\"expired\"}}")
        .anyMatch(l -> l.startsWith("{\"custom_id\":\"c\",\"result\":{\"type\":\"errored\""));
  }

  @Test
  void anUnknownStatusIsReportedWhileTheBatchProgresses() throws IOException {
    String id = http.create("a");
    sandbox.anthropic().script(id).status("pondering");
    time.pass(BATCH);

    assertThat(http.retrieve(id).body())
        .contains("\"processing_status\":\"pondering\"", "\"ended_at\":\"2026");
  }

  @Test
  void unknownFieldsAreInTheBatchAndInEveryLine() throws IOException {
    String id = http.create("a", "b");
    sandbox.anthropic().script(id).unknownFields();
    time.pass(BATCH);

    assertThat(http.retrieve(id).body()).endsWith(",\"sandbox_unknown\":{\"list\":[1,null]}}");
    assertThat(http.results(id).lines())
        .hasSize(2)
        .allMatch(line -> line.endsWith("},\"sandbox_unknown\":{\"list\":[1,null]}}"));
  }

  @Test
  void badLinesAreAtTheScriptedPositions() throws IOException {
    String id = http.create("a", "b");
    sandbox
        .anthropic()
        .script(id)
        .badLine(Position.FIRST)
        .badLine(Position.MIDDLE)
        .badLine(Position.LAST);
    time.pass(BATCH);
    List<String> lines = http.results(id).lines();

    assertThat(lines).hasSize(5);
    for (int i = 0; i < 5; i++) {
      String line = lines.get(i);
      if (i % 2 == 0) {
        assertThatThrownBy(() -> JsonParser.parseString(line)).isNotNull();
      } else {
        assertThat(JsonParser.parseString(line).isJsonObject()).isTrue();
      }
    }
  }

  @Test
  void linesCanEndInCrLfOrNotAtAll() throws IOException {
    String id = http.create("a", "b");
    time.pass(BATCH);
    String plain = http.results(id).body();
    sandbox.anthropic().script(id).crlf();
    String crlf = http.results(id).body();
    sandbox.anthropic().script(id).noFinalNewline();
    String open = http.results(id).body();

    assertThat(crlf).isEqualTo(plain.replace("\n", "\r\n"));
    assertThat(open).isEqualTo(crlf.substring(0, crlf.length() - 2));
  }

  @Test
  void linesCanBeRepeatedDroppedAndAdded() throws IOException {
    String id = http.create("a", "b", "c");
    sandbox
        .anthropic()
        .script(id)
        .repeatLine("a")
        .dropLine("b")
        .unknownIdLine("z")
        .rawLine("{\"custom_id\":\"c\",\"result\":{\"type\":\"deferred\"}}");
    time.pass(BATCH);
    List<String> ids =
        http.results(id).lines().stream()
            .map(line -> JsonParser.parseString(line).getAsJsonObject())
            .map(line -> line.get("custom_id").getAsString())
            .toList();

    assertThat(ids).containsExactlyInAnyOrder("a", "a", "c", "z", "c");
  }

  @Test
  void theOrderIsKeptUnlessItIsReshuffled() throws IOException {
    String[] ids = new String[50];
    for (int i = 0; i < ids.length; i++) ids[i] = "r" + i;
    String id = http.create(ids);
    time.pass(BATCH);
    String first = http.results(id).body();
    String again = http.results(id).body();
    sandbox.anthropic().script(id).reshuffle();
    List<String> other = http.results(id).lines();

    assertThat(again).isEqualTo(first);
    assertThat(other)
        .containsExactlyInAnyOrderElementsOf(first.lines().toList())
        .isNotEqualTo(first.lines().toList());
    assertThat(http.results(id).lines()).isNotEqualTo(other);
  }

  @Test
  void resultsCanBeCompressed() throws IOException {
    String id = http.create("a", "b");
    time.pass(BATCH);
    String plain = http.results(id).body();
    sandbox.anthropic().script(id).gzip();
    Http.Reply unasked =
        http.headers("x-api-key", "k", "anthropic-version", "2023-06-01", "Accept-Encoding", "x")
            .results(id);
    http.headers("x-api-key", "k", "anthropic-version", "2023-06-01");

    assertThat(http.results(id).body()).isEqualTo(plain);
    assertThat(unasked.header("content-encoding")).isEqualTo("gzip");
  }

  @Test
  void aMissingBatchHasNoScript() {
    assertThatThrownBy(() -> sandbox.anthropic().script("msgbatch_01x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
