package io.batchwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.batchwright.cli.Cli.Run;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
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

  private Run run(String input, String... more) {
    String[] args = {"run", input, "--provider", "anthropic", "--out", cli.out().toString()};
    return cli.run(Cli.join(args, more));
  }

  @Test
  void writesAResultForEachRequest() throws IOException {
    Run run = run(cli.input("one", "two"));

    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains(
            "Submitted 2 requests as anthropic:msgbatch_", "2: 2 succeeded", "tokens", "time");
    assertThat(cli.results()).containsOnlyKeys("one", "two");
    JsonObject line = cli.result("one");
    assertThat(line.keySet())
        .containsExactly("custom_id", "outcome", "text", "finish", "usage", "error", "body");
    assertThat(line.get("outcome").getAsString()).isEqualTo("succeeded");
    assertThat(line.get("text").getAsString()).isEqualTo("Sandbox answer to one: Hello");
    assertThat(line.getAsJsonObject("usage").keySet())
        .containsExactly("input_tokens", "output_tokens");
    assertThat(line.get("error").isJsonNull()).isTrue();
    assertThat(line.getAsJsonObject("body").get("type").getAsString()).isEqualTo("message");
    assertThat(cli.files()).containsExactly("input.jsonl", "results.jsonl");
  }

  @Test
  void printsOneJsonObject() {
    Run run = run(cli.input("one", "two"), "--json");

    assertThat(run.json().keySet())
        .containsExactly(
            "exit_code",
            "ref",
            "state",
            "out",
            "ids_are_positions",
            "outcomes",
            "finishes",
            "errors",
            "usage",
            "audit",
            "seconds");
    assertThat(run.json().get("ids_are_positions").getAsBoolean()).isFalse();
    assertThat(run.json().getAsJsonObject("outcomes").get("succeeded").getAsInt()).isEqualTo(2);
    assertThat(run.json().getAsJsonObject("audit").get("clean").getAsBoolean()).isTrue();
    assertThat(run.json().getAsJsonObject("usage").get("input_tokens").getAsInt()).isPositive();
  }

  @Test
  void exitsWith1WhenARequestFailed() throws IOException {
    cli.anthropic().scriptNext().fail("two");

    Run run = run(cli.input("one", "two"));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("2: 1 succeeded, 1 errored");
    JsonObject line = cli.result("two");
    assertThat(line.get("outcome").getAsString()).isEqualTo("errored");
    assertThat(line.get("text").isJsonNull()).isTrue();
    assertThat(line.getAsJsonObject("error").keySet()).containsExactly("type", "code", "message");
    assertThat(line.getAsJsonObject("error").get("message").getAsString()).isNotEmpty();
  }

  @Test
  void exitsWith1WhenAResultIsMissing() {
    cli.anthropic().scriptNext().dropLine("two").repeatLine("one").unknownIdLine("three");

    Run run = run(cli.input("one", "two"), "--json");

    assertThat(run.code()).isEqualTo(1);
    JsonObject audit = run.json().getAsJsonObject("audit");
    assertThat(audit.get("missing")).hasToString("[\"two\"]");
    assertThat(audit.get("duplicates")).hasToString("[\"one\"]");
    assertThat(audit.get("unknown")).hasToString("[\"three\"]");
  }

  @Test
  void namesWhatIsMissingInTheSummary() {
    cli.anthropic().scriptNext().dropLine("two");

    assertThat(run(cli.input("one", "two")).err()).contains("1 without a result: two");
  }

  @Test
  void keepsALineThatCannotBeReadAsAResult() throws IOException {
    cli.anthropic().scriptNext().badLine(Position.MIDDLE);

    Run run = run(cli.input("one", "two"));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("2 succeeded, 1 unreadable");
    JsonObject line = cli.result("broken");
    assertThat(line.get("outcome").getAsString()).isEqualTo("unreadable");
    assertThat(line.getAsJsonObject("error").get("message").getAsString()).contains("JSON");
    assertThat(line.get("body").isJsonNull()).isTrue();
    assertThat(line.get("line").getAsInt()).isEqualTo(2);
    assertThat(line.get("raw").getAsString()).contains("broken");
  }

  @Test
  void exitsWith3WhenTheBatchExpiredAndWritesWhatThereIs() throws IOException {
    cli.anthropic().scriptNext().expireAll();

    Run run = run(cli.input("one"));

    assertThat(run.code()).isEqualTo(3);
    JsonObject line = cli.result("one");
    assertThat(line.get("outcome").getAsString()).isEqualTo("expired");
    assertThat(line.get("usage").isJsonNull()).isTrue();
    assertThat(line.get("body").isJsonNull()).isTrue();
  }

  @Test
  void namesEachBadLineAndSendsNothing() throws IOException {
    String input = cli.inputLines(Cli.request("one"), "{", Cli.request("one"), "[]");

    Run run = run(input);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains(input + ":2: ", input + ":3: ", input + ":4: ", "Nothing was sent");
    assertThat(cli.anthropic().created()).isZero();
    assertThat(cli.files()).containsExactly("input.jsonl");
  }

  @Test
  void saysHowToGiveAKey() {
    Run run =
        Cli.run(
            Map.of(),
            "run",
            cli.input("one"),
            "--provider",
            "anthropic",
            "--out",
            cli.out().toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("ANTHROPIC_API_KEY", "--api-key-file", "--sandbox");
  }

  @Test
  void exitsWith4WhenTheProviderRefuses() {
    cli.anthropic().faults().on(Operation.CREATE).respond(401);

    Run run = run(cli.input("one"), "--json");

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).contains("401", "No batch was created").doesNotContain("To continue");
    assertThat(run.json().get("exit_code").getAsInt()).isEqualTo(4);
    assertThat(run.json().get("ref").isJsonNull()).isTrue();
  }

  @Test
  void saysWhatToDoWhenABatchMayHaveBeenMade() {
    cli.time.stop();
    cli.anthropic().faults().on(Operation.CREATE).loseResponse();

    Run run = run(cli.input("one"));

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err())
        .contains(
            "may have been created",
            "do not submit again before you are sure",
            "batchwright status anthropic:" + cli.anthropic().ids().get(0));
  }

  @Test
  void pointsToTheProviderWhenItDoesNotListBatchesEither() {
    cli.anthropic().faults().on(Operation.CREATE).loseResponse();
    cli.anthropic().faults().on(Operation.LIST).always().respond(500);

    Run run = run(cli.input("one"), "--json");

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).contains("check the provider's list of batches");
    assertThat(run.json().get("ref").isJsonNull()).isTrue();
  }

  @Test
  void keepsTheOldResultsWhenTheNewOnesBreakOff() throws IOException {
    Files.writeString(cli.out(), "old");
    cli.anthropic().faults().on(Operation.RESULTS).always().respond(403);

    Run run = run(cli.input("one"));

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err())
        .contains(
            "The batch has ended",
            "batchwright results anthropic:msgbatch_",
            "--base-url",
            "--out");
    assertThat(cli.out()).hasContent("old");
    assertThat(cli.files()).containsExactly("input.jsonl", "results.jsonl");
  }

  @Test
  void refusesAnOutThatIsNoPlaceForAFile() throws IOException {
    String input = cli.input("one");
    Files.createDirectory(cli.out());

    assertThat(run(input).err()).contains("is not a file");
    assertThat(cli.anthropic().created()).isZero();
  }

  @Test
  void refusesToReplaceTheInput() {
    String input = cli.input("one");

    Run run = cli.run("run", input, "--provider", "anthropic", "--out", input);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("would replace the input");
  }

  @Test
  void refusesAnInputThatIsNotThere() {
    Run run = run(folder.resolve("nothing.jsonl").toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("nothing.jsonl: no such file");
  }

  @Test
  void givesUpAtTheDeadlineAndSaysThatTheBatchRunsOn() {
    cli.anthropic().scriptNext().stuck();
    cli.time.stop();

    Run run = run(cli.input("one"), "--deadline", "1s", "--json");

    assertThat(run.code()).isEqualTo(75);
    assertThat(run.err()).contains("The batch runs on. To continue:");
    assertThat(run.json().get("ref").getAsString()).startsWith("anthropic:msgbatch_");
  }

  @Test
  void sandboxNeedsNoKeyAndSaysThatAnswersAreMadeUp() throws IOException {
    Run run =
        Cli.run(
            Map.of(),
            "run",
            cli.input("one", "two"),
            "--provider",
            "anthropic",
            "--sandbox",
            "--out",
            cli.out().toString());

    assertThat(run.code()).isEqualTo(0);
    assertThat(run.err()).startsWith("SANDBOX: responses are made up, and nothing is sent");
    assertThat(cli.results()).hasSize(2);
    assertThat(cli.anthropic().created()).isZero();
  }

  @Test
  void sandboxTakesNoBaseUrl() {
    assertThat(run(cli.input("one"), "--sandbox").code()).isEqualTo(2);
  }
}
