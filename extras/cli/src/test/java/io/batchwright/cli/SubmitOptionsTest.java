package io.batchwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import io.batchwright.cli.Cli.Run;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.ProviderControl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be said about a batch beside its file of requests. */
class SubmitOptionsTest {
  @TempDir private Path folder = Path.of("");
  private Cli cli;
  private ProviderControl openAi;

  @BeforeEach
  void start() {
    cli = new Cli(folder);
    openAi = cli.sandbox.openAi();
  }

  @AfterEach
  void stop() {
    cli.close();
  }

  private Run submit(Provider provider, String... more) {
    String contents =
        "{\"custom_id\":\"a\",\"body\":{\"model\":\"claude-haiku-4-5\",\"contents\":[]}}";
    String input = provider == Provider.GEMINI ? cli.inputLines(contents) : cli.input("request-1");
    String[] args = {"submit", input, "--provider", provider.toString()};
    return cli.at(provider, Cli.join(args, more));
  }

  @ParameterizedTest
  @CsvSource({
    "--endpoint, /v1/embeddings, endpoint",
    "--window, 12h, completion window",
    "--metadata, team=a, metadata",
    "--label, nightly, label",
    "--model, m, model"
  })
  void anOptionThatTheProviderLacksIsWrongUsage(String option, String value, String word) {
    Run run = submit(Provider.ANTHROPIC, option, value);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("anthropic does not support").contains(word);
    assertThat(cli.anthropic().created()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"--window, 12h", "--endpoint, /v9/other", "--metadata, batchwright_x=1"})
  void aValueThatTheProviderDoesNotTakeIsWrongUsage(String option, String value) {
    Run run = submit(Provider.OPENAI, option, value);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).isNotBlank().doesNotContain("Unexpected");
    assertThat(openAi.count(Operation.UPLOAD)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "GEMINI, --label, nightly, '\"displayName\":\"nightly ['",
    "GEMINI, --model, claude-haiku-4-5, '\"model\":\"models/claude-haiku-4-5\"'",
    "OPENAI, --metadata, team=a b, '\"team\":\"a b\"'",
    "OPENAI, --endpoint, /v1/responses, '\"endpoint\":\"/v1/responses\"'",
    "MOONSHOT, --window, 3d, '\"completion_window\":\"72h\"'"
  })
  void theProviderIsToldWhatWasAskedFor(
      Provider provider, String option, String value, String told) {
    Run run = submit(provider, option, value);

    assertThat(run.code()).as(run.err()).isEqualTo(0);
    try (Connection connection =
        Connection.to(provider, Cli.KEY, provider.sandboxUrl(cli.sandbox), BatchListener.NONE)) {
      assertThat(connection.open(BatchRef.parse(run.ref())).status().rawJson().replace(": ", ":"))
          .contains(told);
    }
  }

  @Test
  void theBaseUrlAndTheTokenOfTheEnvironmentAreUsed() {
    Map<String, String> environment =
        Map.of("ANTHROPIC_AUTH_TOKEN", Cli.KEY, "ANTHROPIC_BASE_URL", cli.sandbox.anthropicUrl());
    Run run = Cli.run(environment, "submit", cli.input("request-1"), "--provider", "anthropic");

    assertThat(run.code()).as(run.err()).isEqualTo(0);
    assertThat(cli.anthropic().created()).isOne();
  }

  @Test
  void anUploadedFileTakesThePlaceOfTheInput() {
    Run lacking = cli.run("submit", "--uploaded", "file-1", "--provider", "anthropic");
    Run both = submit(Provider.OPENAI, "--uploaded", "file-1");
    Run neither = cli.run("submit", "--provider", "anthropic");

    assertThat(lacking.code()).isEqualTo(2);
    assertThat(lacking.err()).contains("anthropic does not support files uploaded before");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("INPUT.jsonl", "--uploaded", "exclusive");
    assertThat(neither.code()).isEqualTo(2);
    assertThat(neither.err()).contains("INPUT.jsonl", "--uploaded");
  }

  @Test
  void aFailedSubmitSaysHowToSubmitTheUploadedFile() {
    openAi.faults().on(Operation.CREATE).respond(400);

    Run failed = submit(Provider.OPENAI, "--metadata", "team=a", "--json");
    List<String> lines = failed.err().lines().toList();
    String command = lines.get(lines.size() - 1).strip();
    Run again = Cli.run(Cli.WITH_KEY, command.replace("batchwright ", "").split(" "));

    assertThat(failed.code()).isEqualTo(4);
    assertThat(failed.json().get("uploaded_file_id").getAsString())
        .isEqualTo(openAi.files().get(0));
    assertThat(lines)
        .contains("The provider has the file. To submit it again without another upload:");
    assertThat(command)
        .isEqualTo(
            "batchwright submit --uploaded "
                + openAi.files().get(0)
                + " --provider openai --metadata team=a --base-url "
                + cli.sandbox.openAiUrl());
    assertThat(again.code()).as(again.err()).isEqualTo(0);
    assertThat(openAi.count(Operation.UPLOAD)).isOne();
  }

  @Test
  void aRunOfAnUploadedFileHasNoAudit() throws IOException {
    openAi.faults().on(Operation.CREATE).respond(400);
    submit(Provider.OPENAI);
    String[] args = {"run", "--uploaded", openAi.files().get(0), "--provider", "openai"};

    Run run = cli.at(Provider.OPENAI, Cli.join(args, "--json", "--out", cli.out().toString()));

    assertThat(run.code()).as(run.err()).isEqualTo(0);
    assertThat(run.err()).startsWith("Submitted the uploaded file as openai:");
    assertThat(run.json().has("audit")).isFalse();
    assertThat(cli.results()).containsOnlyKeys("request-1");
  }

  @Test
  void theSandboxOfRunHasNoUploadedFile() {
    String[] args = {"run", "--uploaded", "file-1", "--provider", "openai", "--sandbox"};

    Run run = Cli.run(Cli.WITH_KEY, Cli.join(args, "--out", cli.out().toString()));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--uploaded");
  }

  @Test
  void aBatchThatIsFoundNeedsNoSecondSubmit() {
    openAi.faults().on(Operation.CREATE).loseResponse();

    Run run = submit(Provider.OPENAI, "--json");

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err())
        .contains("It created this batch:", openAi.ids().get(0))
        .doesNotContain("--uploaded");
    assertThat(run.json().get("ref").getAsString()).contains(openAi.ids().get(0));
  }

  @Test
  void whileABatchMayExistLookingComesFirst() {
    openAi.faults().on(Operation.CREATE).loseResponse();
    openAi.faults().on(Operation.LIST).always().respond(500);

    assertThat(submit(Provider.OPENAI).err())
        .contains(
            SubmitAdvice.UNSURE.text()
                + "\nIf no batch was created, submit the file that the provider has already:\n"
                + "  batchwright submit --uploaded "
                + openAi.files().get(0));
  }
}
