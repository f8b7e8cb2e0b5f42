package io.batchwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchListener;
import io.batchwright.SubmitAttempt;
import io.batchwright.SubmitException;
import io.batchwright.SubmitException.Delivery;
import io.batchwright.TransportException;
import io.batchwright.cli.Cli.Run;
import io.batchwright.sandbox.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What can be said about a batch beside its file of requests. */
class SubmitOptionsTest {
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
  @CsvSource({
    "--endpoint, /v1/embeddings, endpoint",
    "--window, 12h, completion window",
    "--metadata, team=a, metadata"
  })
  void anOptionThatTheProviderLacksIsWrongUsage(String option, String value, String word) {
    Run run = cli.run("submit", cli.input("one"), "--provider", "anthropic", option, value);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("anthropic does not take").contains(word);
    assertThat(cli.anthropic().created()).isZero();
  }

  @Test
  void anUploadedFileTakesThePlaceOfTheInput() {
    Run lacking = cli.run("submit", "--uploaded", "file-1", "--provider", "anthropic");
    Run both = cli.run("submit", cli.input("one"), "--uploaded", "f", "--provider", "anthropic");
    Run neither = cli.run("submit", "--provider", "anthropic");

    assertThat(lacking.code()).isEqualTo(2);
    assertThat(lacking.err()).contains("anthropic does not take files uploaded before");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("INPUT.jsonl", "--uploaded", "exclusive");
    assertThat(neither.code()).isEqualTo(2);
    assertThat(neither.err()).contains("INPUT.jsonl", "--uploaded");
  }

  @Test
  void theSandboxOfRunHasNoUploadedFile() {
    Run run =
        cli.run(
            "run",
            "--uploaded",
            "f",
            "--provider",
            "anthropic",
            "--sandbox",
            "--out",
            cli.out().toString());

    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void aFailedSubmitSaysHowToSubmitTheUploadedFile() {
    Advice advice = advice(Delivery.REJECTED);

    assertThat(advice.ref()).isNull();
    assertThat(advice.text())
        .isEqualTo(
            "The provider has the file. To submit it again without sending it:\n"
                + "  batchwright submit --uploaded file-1 --provider anthropic --metadata "
                + "'why=a test' --base-url "
                + cli.sandbox.anthropicUrl());
  }

  @Test
  void whileABatchMayExistThatComesSecond() {
    Advice advice = advice(Delivery.MAYBE_CREATED);

    assertThat(advice.text())
        .contains("lists no batch that fits")
        .contains(
            "\nIf no batch was made, submit the file that the provider has already:\n  batchwright submit --uploaded file-1");
  }

  @Test
  void anUnknownListComesFirstToo() {
    cli.anthropic().faults().on(Operation.LIST).always().answer(500);

    assertThat(advice(Delivery.MAYBE_CREATED).text())
        .startsWith(SubmitAdvice.UNSURE.text() + "\nIf no batch was made");
  }

  private Advice advice(Delivery delivery) {
    SubmitCommand command =
        new SubmitCommand(
            Cli.world(Cli.WITH_KEY, new ByteArrayOutputStream(), new ByteArrayOutputStream()));
    String[] args = {
      "in.jsonl",
      "--provider",
      "anthropic",
      "--metadata",
      "why=a test",
      "--base-url",
      cli.sandbox.anthropicUrl()
    };
    new CommandLine(command).registerConverter(Provider.class, Provider::named).parseArgs(args);
    Instant now = cli.time.instant();
    SubmitException error =
        new SubmitException(
            delivery,
            new SubmitAttempt("anthropic", now, now, 1, "mark"),
            "file-1",
            new TransportException("anthropic", "create batch", new IOException("reset")));
    try (Connection connection =
        Connection.to(
            Provider.ANTHROPIC, Cli.KEY, cli.sandbox.anthropicUrl(), BatchListener.NONE)) {
      return command.afterFailure(connection, error);
    }
  }
}
