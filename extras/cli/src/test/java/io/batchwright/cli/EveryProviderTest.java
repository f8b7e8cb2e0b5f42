package io.batchwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.batchwright.cli.Cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Another provider is another name and another file of questions, and nothing else. */
class EveryProviderTest {
  @TempDir private Path folder = Path.of("");
  private Cli cli;

  @BeforeEach
  void start() {
    cli = new Cli(folder);
  }

  @AfterEach
  void stop() {
    cli.close();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ANTHROPIC")
  void theSameQuestionsHaveTheSameResultsButForBodies(Provider provider) throws IOException {
    Map<String, List<JsonElement>> first = answers(Provider.ANTHROPIC);
    Map<String, List<JsonElement>> other = answers(provider);

    assertThat(first).hasSize(200);
    assertThat(other).isEqualTo(first);
  }

  /** Runs the questions in a sandbox of their own, and gives outcome and text by custom id. */
  private Map<String, List<JsonElement>> answers(Provider provider) throws IOException {
    Run run =
        Cli.run(
            Map.of(),
            "run",
            Cli.questions(provider),
            "--provider",
            provider.toString(),
            "--sandbox",
            "--json",
            "--out",
            cli.out().toString());
    assertThat(run.code()).as(run.err()).isEqualTo(0);
    assertThat(run.json().getAsJsonObject("audit").get("clean").getAsBoolean()).isTrue();
    Map<String, List<JsonElement>> answers = new TreeMap<>();
    for (Map.Entry<String, JsonObject> line : cli.results().entrySet()) {
      JsonObject result = line.getValue();
      assertThat(result.getAsJsonObject("usage").get("output_tokens").getAsInt()).isPositive();
      answers.put(line.getKey(), List.of(result.get("outcome"), result.get("text")));
    }
    return answers;
  }

  @ParameterizedTest
  @EnumSource
  void everyCommandWorks(Provider provider) throws IOException {
    String name = provider.toString();
    cli.time.stop();
    Run submit = cli.at(provider, "submit", Cli.questions(provider), "--provider", name);
    String ref = submit.ref();
    Run list = cli.at(provider, "list", "--provider", name);
    Run early = cli.at(provider, "delete", ref);
    cli.time.run();
    Run wait = cli.at(provider, "wait", ref, "--json");
    Run results = cli.at(provider, "results", ref, "--out", cli.out().toString());
    Run delete = cli.at(provider, "delete", ref);

    assertThat(ref).as(submit.err()).startsWith(name + ":");
    assertThat(list.out()).startsWith(ref + "\t").hasLineCount(1);
    assertThat(early.code()).as(early.err()).isEqualTo(75);
    assertThat(wait.json().getAsJsonObject("counts").get("succeeded").getAsInt()).isEqualTo(200);
    assertThat(results.code()).as(results.err()).isEqualTo(0);
    assertThat(cli.results()).hasSize(200);
    assertThat(delete.code()).as(delete.err()).isEqualTo(0);
  }

  @ParameterizedTest
  @EnumSource
  void aCancelledBatchIsExitCode3(Provider provider) {
    cli.time.stop();
    String ref =
        cli.at(provider, "submit", Cli.questions(provider), "--provider", provider.toString())
            .ref();
    Run cancel = cli.at(provider, "cancel", ref);
    cli.time.run();

    assertThat(cancel.code()).as(cancel.err()).isEqualTo(0);
    assertThat(cancel.out()).contains("cancelling");
    assertThat(cli.at(provider, "wait", ref).code()).isEqualTo(3);
  }

  @Test
  void idsThatAreOnlyPositionsAreCalledSo() throws IOException {
    cli.sandbox.gemini().scriptNext().withoutKeys();
    Provider gemini = Provider.GEMINI;
    String ref = cli.at(gemini, "submit", Cli.questions(gemini), "--provider", "gemini").ref();
    String out = cli.out().toString();
    Run text = cli.at(gemini, "results", ref, "--out", out);
    Run json = cli.at(gemini, "results", ref, "--out", out, "--json");

    assertThat(text.err()).contains("ids       are missing");
    assertThat(text.code()).isEqualTo(1);
    assertThat(json.json().get("ids_are_positions").getAsBoolean()).isTrue();
    List<String> lines = Files.readAllLines(cli.out());
    assertThat(lines).hasSize(200);
    assertThat(lines.get(199)).startsWith("{\"custom_id\":null,\"position\":199,");
  }

  @Test
  void aKeyMayBeInOneOfTwoVariables() {
    String url = cli.sandbox.zhipuUrl();

    Run old =
        Cli.run(Map.of("ZAI_API_KEY", Cli.KEY), "list", "--provider", "zhipu", "--base-url", url);
    Run none =
        Cli.run(Map.of("ZAI_API_KEY", " "), "list", "--provider", "zhipu", "--base-url", url);

    assertThat(old.code()).isEqualTo(0);
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("ZHIPUAI_API_KEY or ZAI_API_KEY");
  }
}
