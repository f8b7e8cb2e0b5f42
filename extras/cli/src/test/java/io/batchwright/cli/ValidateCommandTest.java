package io.batchwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.batchwright.cli.Cli.Run;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValidateCommandTest {
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

  private static Run validate(String input, String... more) {
    String[] args = {"validate", input, "--provider", "anthropic"};
    return Cli.run(Map.of(), Cli.join(args, more));
  }

  @Test
  void sumsUpAnInputThatIsFitWithoutAKey() {
    String input = cli.input("one", "two");

    Run run = validate(input);

    assertThat(run.code()).isEqualTo(0);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.out())
        .matches(
            "\\Q"
                + input
                + "\\E: 2 requests, \\d+ bytes: form, ids and sizes are fit for anthropic, .*\\R");
  }

  @Test
  void namesEachBadLineAsSubmitDoes() {
    String input = cli.inputLines(Cli.request("one"), "{", Cli.request("one"), "[]");

    Run validate = validate(input);
    Run submit = cli.run("submit", input, "--provider", "anthropic");

    assertThat(validate.code()).isEqualTo(2);
    assertThat(validate.out()).isEmpty();
    assertThat(validate.err().lines()).hasSize(3);
    assertThat(validate.err()).contains(input + ":2: ", input + ":3: ", input + ":4: ");
    assertThat(submit.err())
        .isEqualTo(validate.err() + "Nothing was sent." + System.lineSeparator());
  }

  @Test
  void printsJson() {
    Run good = validate(cli.input("one"), "--json");
    Run bad = validate(cli.inputLines(Cli.request("one"), Cli.request("one")), "--json");

    assertThat(good.json().keySet())
        .containsExactly(
            "exit_code", "provider", "requests", "bytes", "problem_count", "problems", "warnings");
    assertThat(good.json().get("requests").getAsInt()).isEqualTo(1);
    assertThat(good.json().get("problem_count").getAsInt()).isZero();
    assertThat(bad.code()).isEqualTo(2);
    assertThat(bad.json().get("exit_code").getAsInt()).isEqualTo(2);
    JsonObject problem = bad.json().getAsJsonArray("problems").get(0).getAsJsonObject();
    assertThat(problem.get("line").getAsInt()).isEqualTo(2);
    assertThat(problem.get("custom_id").getAsString()).isEqualTo("one");
    assertThat(problem.get("message").getAsString()).startsWith("Duplicate custom_id");
  }

  @Test
  void aProblemOfTheWholeHasNoLine() {
    String input = cli.inputLines();

    Run text = validate(input);
    Run json = validate(input, "--json");

    assertThat(text.err()).startsWith(input + ": The input has no requests");
    JsonObject problem = json.json().getAsJsonArray("problems").get(0).getAsJsonObject();
    assertThat(problem.get("line").isJsonNull()).isTrue();
  }

  @Test
  void refusesAnOptionThatTheProviderLacks() {
    Run run = validate(cli.input("one"), "--endpoint", "/v1/embeddings");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("anthropic does not support a choice of endpoint");
  }

  @ParameterizedTest
  @EnumSource
  void theExampleQuestionsAreFit(Provider provider) {
    Run run =
        Cli.run(Map.of(), "validate", Cli.questions(provider), "--provider", provider.toString());

    assertThat(run.code()).as(run.err()).isEqualTo(0);
    assertThat(run.out()).contains(": 200 requests, ", "fit for " + provider);
  }

  @Test
  void linesForAnotherProviderAreNotFit() {
    Run run =
        Cli.run(
            Map.of(), "validate", Cli.questions(Provider.OPENAI), "--provider", "zhipu", "--json");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.json().get("problem_count").getAsInt()).isOne();
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains("In all 200 requests: \"url\" must be \"/v4/chat/completions\"");
  }

  @Test
  void printsWarningsAndIsFit() {
    String body = "{\"model\":\"m\",\"generationConfig\":{\"responseJsonSchema\":{}}}";
    String input = cli.inputLines("{\"custom_id\":\"one\",\"body\":" + body + "}");

    Run run = Cli.run(Map.of(), "validate", input, "--provider", "gemini");

    assertThat(run.code()).isEqualTo(0);
    assertThat(run.err()).startsWith(input + ":1: warning: Gemini mishandles");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    Run run = validate(folder.resolve("nothing.jsonl").toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("nothing.jsonl: no such file");
    assertThat(Cli.run(Map.of(), "validate", cli.input("one")).err()).contains("--provider");
  }
}
