package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scripted ends of a batch: results that are late, incomplete or without ids. */
class LateResultsTest {
  private static final Duration BATCH = Duration.ofMinutes(10);
  private static final Duration DELAY = Duration.ofSeconds(30);

  private final VirtualTime time = new VirtualTime();
  private Sandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().time(time).batchTime(BATCH).start();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void anthropicsResultsAreNotFoundForAWhile() throws IOException {
    Http http = new Http(sandbox);
    sandbox.anthropic().scriptNext().resultsAfter(DELAY);
    String id = http.create("a");
    time.pass(BATCH);

    assertThat(http.retrieve(id).body()).contains("\"ended\"");
    time.pass(DELAY.minusSeconds(1));
    assertThat(http.results(id).status()).isEqualTo(404);
    assertThat(http.results(id).errorType()).isEqualTo("not_found_error");
    time.pass(Duration.ofSeconds(1));
    assertThat(http.results(id).lines()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aResultsFileIsNotFoundForAWhile(Dialect dialect) throws IOException {
    DialectHttp http = new DialectHttp(dialect, sandbox);
    dialect.control(sandbox).scriptNext().resultsAfter(DELAY);
    String id = http.create("number-a");
    time.pass(BATCH.plus(DELAY).minusSeconds(1));

    assertThat(http.output(id).status()).isEqualTo(404);
    time.pass(Duration.ofSeconds(1));
    assertThat(http.output(id).lines()).hasSize(1);
  }

  @Test
  void geminisFileIsNotFoundForAWhileButItsInlineResultsAre() throws IOException {
    GeminiHttp http = new GeminiHttp(sandbox);
    sandbox.gemini().scriptNext().resultsAfter(DELAY);
    String ofFile = http.createFrom(http.file(GeminiHttp.rows("a")));
    sandbox.gemini().scriptNext().resultsAfter(DELAY);
    String inline = http.create("a");
    time.pass(BATCH);
    String file =
        GeminiHttp.metadata(http.retrieve(ofFile))
            .getAsJsonObject("output")
            .get("responsesFile")
            .getAsString();

    assertThat(http.download(file).status()).isEqualTo(404);
    assertThat(GeminiHttp.keys(http.retrieve(inline))).containsExactly("a");
    time.pass(DELAY);
    assertThat(http.download(file).lines()).hasSize(1);
  }

  @Test
  void aLineMayHaveNoId() throws IOException {
    Http anthropic = new Http(sandbox);
    String batch = anthropic.create("a", "b");
    sandbox.anthropic().script(batch).withoutCustomId("a");
    DialectHttp openAi = new DialectHttp(Dialect.OPENAI, sandbox);
    String other = openAi.create("a", "b");
    sandbox.openAi().script(other).withoutCustomId("a");
    DialectHttp moonshot = new DialectHttp(Dialect.MOONSHOT, sandbox);
    String third = moonshot.create("a");
    sandbox.moonshot().script(third).withoutCustomId("a");
    GeminiHttp gemini = new GeminiHttp(sandbox);
    String inline = gemini.create("a", "b");
    sandbox.gemini().script(inline).withoutCustomId("a");
    time.pass(BATCH);

    assertThat(anthropic.results(batch).lines())
        .anyMatch(line -> line.startsWith("{\"result\":{\"type\":\"succeeded\""))
        .anyMatch(line -> line.startsWith("{\"custom_id\":\"b\",\"result\":"));
    assertThat(openAi.output(other).lines())
        .anyMatch(line -> !line.contains("custom_id") && line.contains("\"status_code\":200"))
        .anyMatch(line -> line.contains("\"custom_id\":\"b\""));
    assertThat(moonshot.output(third).body()).startsWith("{\"id\":\"\",\"response\":");
    assertThat(GeminiHttp.items(gemini.retrieve(inline).json().getAsJsonObject("response")))
        .extracting(item -> item.getAsJsonObject().has("metadata"))
        .containsExactly(false, true);
  }

  @Test
  void countsMayGoBackWhenABatchIsCancelled() throws IOException {
    DialectHttp http = new DialectHttp(Dialect.OPENAI, sandbox);
    sandbox.openAi().scriptNext().loseWorkOnCancel();
    String id = http.create("a", "b", "c", "d", "e");
    time.pass(Duration.ofMinutes(3)); // a minute of validation, then 96 s per request
    Http.Reply cancelling = http.cancel(id);
    time.pass(Duration.ofSeconds(1));
    Http.Reply cancelled = http.retrieve(id);

    assertThat(DialectHttp.counts(cancelling)).isEqualTo("1 0 5");
    assertThat(DialectHttp.status(cancelled)).isEqualTo("cancelled");
    assertThat(DialectHttp.counts(cancelled)).isEqualTo("0 0 5");
    assertThat(cancelled.json().get("output_file_id").isJsonNull()).isTrue();
    List<String> lines = http.errors(id).lines();
    assertThat(lines)
        .hasSize(4)
        .allMatch(
            line -> line.contains("\"response\":null,\"error\":{\"code\":\"batch_cancelled\""))
        .noneMatch(line -> line.contains("\"custom_id\":\"a\""));
  }
}
