package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.sandbox.shaded.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scripted results files. */
class DialectScriptTest {
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

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void expiredAndFailedRequestsAreInTheErrorFile(Dialect dialect) throws IOException {
    DialectHttp own = new DialectHttp(dialect, sandbox);
    String id = own.create("number-a", "number-b", "number-c");
    dialect.control(sandbox).script(id).expire("number-a").fail("number-b");
    time.pass(BATCH);
    Http.Reply ended = own.retrieve(id);

    assertThat(DialectHttp.status(ended)).isEqualTo("expired");
    assertThat(DialectHttp.counts(ended)).isEqualTo("1 1 3");
    assertThat(DialectHttp.customIds(own.output(id))).containsExactly("number-c");
    assertThat(own.errors(id).lines())
        .hasSize(2)
        .anyMatch(line -> line.contains("number-a") && line.contains("batch_expired"))
        .anyMatch(line -> line.contains("number-b") && line.contains("\"status_code\":500"));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aBatchCanFailAsAWhole(Dialect dialect) throws IOException {
    DialectHttp own = new DialectHttp(dialect, sandbox);
    String id = own.create("number-a", "number-b");
    dialect.control(sandbox).script(id).failBatch();
    time.pass(BATCH.minusSeconds(1));
    Http.Reply before = own.retrieve(id);
    time.pass(Duration.ofSeconds(1));
    Http.Reply failed = own.retrieve(id);

    assertThat(DialectHttp.status(before)).isEqualTo("validating");
    assertThat(DialectHttp.status(failed)).isEqualTo("failed");
    assertThat(failed.json().get("in_progress_at").isJsonNull()).isTrue();
    assertThat(failed.json().get("failed_at").isJsonNull()).isFalse();
    // Only the input can exist, and Zhipu deletes it.
    assertThat(dialect.control(sandbox).files()).hasSizeLessThan(2);
  }

  @Test
  void openAiReportsWhyABatchFailed() throws IOException {
    sandbox.openAi().scriptNext().failBatch();
    String id = http.create("a");
    time.pass(BATCH);

    assertThat(http.retrieve(id).body())
        .contains(
            """
            "errors":{"object":"list","data":[{"code":"token_limit_exceeded",\
            "message":"Scripted to fail as a whole.","param":null,"line":null}]}""")
        .contains("\"request_counts\":{\"total\":0,\"completed\":0,\"failed\":0}");
  }

  @Test
  void aBatchThatWouldFailCanBeCancelledBefore() throws IOException {
    sandbox.openAi().scriptNext().failBatch();
    String id = http.create("a");
    http.cancel(id);
    time.pass(BATCH);

    assertThat(DialectHttp.status(http.retrieve(id))).isEqualTo("cancelled");
    assertThat(http.errors(id).lines()).hasSize(1);
  }

  @Test
  void usageIsThatOfTheReturnedResults() throws IOException {
    String id = http.create("a", "b", "c");
    time.pass(BATCH);
    Http.Reply all = http.retrieve(id);
    sandbox.openAi().script(id).expire("a").fail("b");
    Http.Reply one = http.retrieve(id);
    sandbox.openAi().script(id).expireAll();
    Http.Reply none = http.retrieve(id);

    assertThat(all.body()).contains("\"total_tokens\":54,");
    assertThat(one.body()).contains("\"total_tokens\":18,");
    assertThat(none.body()).contains("\"total_tokens\":0,");
    assertThat(DialectHttp.counts(none)).isEqualTo("0 0 3");
  }

  @Test
  void aStuckBatchRunsNothingUntilItIsCancelled() throws IOException {
    sandbox.openAi().scriptNext().stuck();
    String id = http.create("a", "b");
    time.pass(Duration.ofDays(2));
    Http.Reply stuck = http.retrieve(id);
    http.cancel(id);
    time.pass(Duration.ofSeconds(1));

    assertThat(DialectHttp.status(stuck)).isEqualTo("in_progress");
    assertThat(DialectHttp.counts(stuck)).isEqualTo("0 0 2");
    assertThat(stuck.json().get("finalizing_at").isJsonNull()).isTrue();
    assertThat(DialectHttp.status(http.retrieve(id))).isEqualTo("cancelled");
    assertThat(http.errors(id).lines()).hasSize(2);
  }

  @Test
  void absentFilesCanHaveEmptyIds() throws IOException {
    sandbox.openAi().scriptNext().emptyFileIds();
    String id = http.create("a");
    Http.Reply before = http.retrieve(id);
    time.pass(BATCH);
    Http.Reply ended = http.retrieve(id);

    assertThat(before.body()).contains("\"output_file_id\":\"\",\"error_file_id\":\"\"");
    assertThat(ended.body()).contains("\"output_file_id\":\"file-", "\"error_file_id\":\"\"");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void filesCanBeNamedLate(Dialect dialect) throws IOException {
    DialectHttp own = new DialectHttp(dialect, sandbox);
    dialect.control(sandbox).scriptNext().withholdFiles(2);
    String id = own.create("number-a", "number-errored-1");
    String none = dialect == Dialect.ZHIPU ? "\"\"" : "null";
    String nameless = "\"output_file_id\":" + none + ",\"error_file_id\":" + none;
    own.retrieve(id); // not ended: does not count
    time.pass(BATCH);
    Http.Reply first = own.retrieve(id);
    Http.Reply second = own.http().get("/batches");
    Http.Reply third = own.retrieve(id);

    assertThat(DialectHttp.status(first)).isEqualTo("completed");
    assertThat(DialectHttp.counts(first)).isEqualTo("1 1 2");
    assertThat(first.body()).contains(nameless);
    assertThat(second.body()).contains(nameless);
    assertThat(third.body()).doesNotContain(nameless);
    assertThat(own.output(id).lines()).hasSize(1);
  }

  @Test
  void everythingCanBeInOneFile() throws IOException {
    sandbox.openAi().scriptNext().everythingInOneFile().expire("c");
    String id = http.create("a", "b-errored-1", "c");
    time.pass(BATCH);

    assertThat(DialectHttp.customIds(http.output(id)))
        .containsExactlyInAnyOrder("a", "b-errored-1", "c");
    assertThat(http.retrieve(id).json().get("error_file_id").isJsonNull()).isTrue();
    assertThat(sandbox.openAi().files()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void unknownFieldsAndStatusesAreInTheBatchAndItsLines(Dialect dialect) throws IOException {
    DialectHttp own = new DialectHttp(dialect, sandbox);
    dialect.control(sandbox).scriptNext().unknownFields().status("pondering");
    String id = own.create("number-a", "number-errored-1");
    time.pass(BATCH);
    String unknown = ",\"sandbox_unknown\":{\"list\":[1,null]}}";

    assertThat(own.retrieve(id).body()).contains("\"status\":\"pondering\"").endsWith(unknown);
    assertThat(own.output(id).body()).endsWith(unknown + "\n");
    assertThat(own.errors(id).body()).endsWith(unknown + "\n");
  }

  @Test
  void scriptedLinesAreInTheOutputFileOnly() throws IOException {
    String id = http.create("a", "b", "c-errored-1");
    sandbox
        .openAi()
        .script(id)
        .badLine(Position.FIRST)
        .badLine(Position.MIDDLE)
        .badLine(Position.LAST)
        .unknownIdLine("z")
        .rawLine("{\"custom_id\":\"raw\"}")
        .repeatLine("a", "c-errored-1")
        .dropLine("b");
    time.pass(BATCH);
    List<String> lines = http.output(id).lines();

    assertThat(lines).filteredOn(line -> line.endsWith("\"res")).hasSize(3);
    assertThat(lines.get(0)).endsWith("\"res");
    assertThat(lines.get(lines.size() - 1)).endsWith("\"res");
    assertThat(lines)
        .filteredOn(line -> !line.endsWith("\"res"))
        .extracting(line -> JsonParser.parseString(line).getAsJsonObject())
        .extracting(line -> line.get("custom_id").getAsString())
        .containsExactlyInAnyOrder("a", "a", "z", "raw");
    assertThat(DialectHttp.customIds(http.errors(id)))
        .containsExactly("c-errored-1", "c-errored-1");
  }

  @Test
  void scriptedLinesAreInTheErrorFileIfItIsTheOnlyOne() throws IOException {
    sandbox.openAi().scriptNext().expireAll().unknownIdLine("z");
    String id = http.create("a");
    time.pass(BATCH);

    assertThat(DialectHttp.customIds(http.errors(id))).containsExactlyInAnyOrder("a", "z");
  }

  @Test
  void theFormatOfTheFileCanBeScripted() throws IOException {
    String[] ids = new String[50];
    for (int i = 0; i < ids.length; i++) ids[i] = "r" + i;
    String id = http.create(ids);
    time.pass(BATCH);
    String plain = http.output(id).body();
    BatchScript script = sandbox.openAi().script(id).crlf().noFinalNewline();
    Http.Reply odd = http.output(id);
    script.gzip();
    Http.Reply zipped = http.output(id);
    script.reshuffle();
    Http.Reply other = http.output(id);

    assertThat(odd.body()).isEqualTo(plain.strip().replace("\n", "\r\n"));
    assertThat(odd.header("content-length")).isEqualTo("" + odd.body().length());
    assertThat(zipped.body()).isEqualTo(odd.body());
    assertThat(other.body()).isNotEqualTo(odd.body());
    assertThat(other.lines()).containsExactlyInAnyOrderElementsOf(odd.lines());
  }
}
