package io.batchwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.cli.Cli.Run;
import io.batchwright.sandbox.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefCommandsTest {
  @TempDir private Path folder = Path.of("");
  private Cli cli;
  private String ref;

  @BeforeEach
  void submit() {
    cli = new Cli(folder);
    cli.time.stop();
    Run run = cli.run("submit", cli.input("one", "two"), "--provider", "anthropic");
    assertThat(run.code()).isEqualTo(0);
    ref = run.ref();
  }

  @AfterEach
  void stop() {
    cli.close();
  }

  @Test
  void submitPrintsTheRefAndNothingElse() {
    assertThat(ref).matches("anthropic:msgbatch_\\w+@http://127\\.0\\.0\\.1:\\d+");
  }

  @Test
  void submitPrintsJson() {
    Run run = cli.run("submit", cli.input("one"), "--provider", "anthropic", "--json");

    assertThat(run.json().get("ref").getAsString()).startsWith("anthropic:msgbatch_");
  }

  @Test
  void statusShowsStateAndCounts() {
    Run run = cli.run("status", ref);

    assertThat(run.code()).isEqualTo(0);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(ref, "running (in_progress)", "2: 0 succeeded, 2 processing");
  }

  @Test
  void statusPrintsJson() {
    Run run = cli.run("status", ref, "--json");

    assertThat(run.json().keySet())
        .containsExactly(
            "ref",
            "state",
            "raw_state",
            "ended",
            "counts",
            "created_at",
            "started_at",
            "ended_at",
            "expires_at",
            "errors");
    assertThat(run.json().get("ended_at").isJsonNull()).isTrue();
    assertThat(run.json().getAsJsonObject("counts").get("processing").getAsInt()).isEqualTo(2);
  }

  @Test
  void waitEndsWithTheBatch() {
    cli.time.run();

    Run run = cli.run("wait", ref, "--json");

    assertThat(run.code()).isEqualTo(0);
    assertThat(run.json().get("state").getAsString()).isEqualTo("succeeded");
  }

  @Test
  void waitExitsWith1WhenRequestsFailed() {
    cli.anthropic().script(id()).fail("two");
    cli.time.run();

    assertThat(cli.run("wait", ref).code()).isEqualTo(1);
  }

  @Test
  void waitSaysOnceWhyItAsksAgain() {
    cli.anthropic().faults().on(Operation.RETRIEVE).times(2).respond(500);
    cli.time.run();

    Run run = cli.run("wait", ref);

    assertThat(run.code()).isEqualTo(0);
    assertThat(run.err().lines())
        .containsExactly(ref + ": responded 500, polling again", ref + ": succeeded");
  }

  @Test
  void anInterruptedWaitSaysHowToGoOn() throws InterruptedException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    World world = Cli.world(Cli.WITH_KEY, new ByteArrayOutputStream(), err);
    int[] code = new int[1];
    Thread thread =
        new Thread(
            () ->
                code[0] =
                    Batchwright.commandLine(world)
                        .execute("wait", ref, "--base-url", cli.sandbox.anthropicUrl()));
    thread.start();
    thread.interrupt();
    thread.join();

    assertThat(code[0]).isEqualTo(130);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("Interrupted.", "The batch runs on", "batchwright wait " + ref + " --base-url");
  }

  @Test
  void resultsComeWhenTheBatchHasEnded() throws IOException {
    Run early = cli.run("results", ref, "--out", cli.out().toString());
    cli.time.run();
    Run late = cli.run("results", ref, "--out", cli.out().toString());

    assertThat(early.code()).isEqualTo(75);
    assertThat(early.err()).contains("has not ended");
    assertThat(late.code()).isEqualTo(0);
    assertThat(late.out()).isEmpty();
    assertThat(late.err()).contains("2: 2 succeeded");
    assertThat(cli.results()).hasSize(2);
  }

  @Test
  void resultsPrintJson() {
    cli.time.run();

    Run run = cli.run("results", ref, "--out", cli.out().toString(), "--json");

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
            "usage");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aCancelledBatchStillHasResults() throws IOException {
    Run cancel = cli.run("cancel", ref);
    cli.time.run();
    Run again = cli.run("cancel", ref, "--json");
    Run wait = cli.run("wait", ref);
    Run results = cli.run("results", ref, "--out", cli.out().toString());

    assertThat(cancel.code()).isEqualTo(0);
    assertThat(cancel.out()).contains("cancelling (canceling)");
    assertThat(again.code()).isEqualTo(0);
    assertThat(again.json().get("state").getAsString()).isEqualTo("cancelled");
    assertThat(wait.code()).isEqualTo(3);
    assertThat(results.code()).isEqualTo(3);
    assertThat(cli.result("one").get("outcome").getAsString()).isEqualTo("cancelled");
  }

  @Test
  void deleteWantsAnEndedBatch() {
    Run early = cli.run("delete", ref);
    cli.time.run();
    Run late = cli.run("delete", ref, "--json");
    Run gone = cli.run("status", ref);

    assertThat(early.code()).isEqualTo(75);
    assertThat(late.code()).isEqualTo(0);
    assertThat(late.json().keySet()).containsExactly("ref", "removed", "kept", "record_remains");
    assertThat(gone.code()).isEqualTo(4);
    assertThat(gone.err()).contains("404");
  }

  @Test
  void aRefIsNotFollowedToAnotherOrigin() {
    Run run = Cli.run(Cli.WITH_KEY, "status", ref);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("127.0.0.1", "--base-url");
    assertThat(cli.anthropic().count(Operation.RETRIEVE)).isZero();
  }

  @Test
  void aRefOfTheProvidersOwnAddressIsNotTakenElsewhere() {
    Run run = cli.run("status", "anthropic:msgbatch_1");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("leave out --base-url");
  }

  @Test
  void aRefMustBeOne() {
    assertThat(cli.run("status", "nonsense").code()).isEqualTo(2);
    assertThat(cli.run("status", "nobody:x").err()).contains("no provider \"nobody\"");
  }

  @Test
  void theKeyMayComeFromAFile() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), Cli.KEY + "\n");
    String url = cli.sandbox.anthropicUrl();

    Run run = Cli.run(Map.of(), "status", ref, "--base-url", url, "--api-key-file", key.toString());

    assertThat(run.code()).isEqualTo(0);
  }

  @Test
  void aKeyFileMustHoldAKey() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty"));
    Path binary = Files.writeString(folder.resolve("binary"), Cli.KEY + "\u0001é");

    assertThat(cli.run("status", ref, "--api-key-file", empty.toString()).err())
        .contains("is empty");
    assertThat(cli.run("status", ref, "--api-key-file", binary.toString()).code()).isEqualTo(2);
    assertThat(cli.run("status", ref, "--api-key-file", folder + "/none").err())
        .contains("There is no file");
  }

  @Test
  void anUnreachableProviderIsExitCode4() {
    String url = cli.sandbox.anthropicUrl();
    cli.close();

    Run run = Cli.run(Cli.WITH_KEY, "status", ref, "--base-url", url, "--json");

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.json().get("error").getAsString()).contains("No response from anthropic");
    assertThat(run.json().get("ref").getAsString()).isEqualTo(ref);
  }

  private String id() {
    return cli.anthropic().ids().get(0);
  }
}
