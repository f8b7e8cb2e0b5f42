package io.batchwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExamplesTest {
  private static final Path QUESTIONS = Path.of("data", "questions.jsonl").toAbsolutePath();

  private final Sandbox sandbox =
      Sandbox.builder().batchTime(Duration.ZERO).cancelTime(Duration.ZERO).start();

  @TempDir Path folder;

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void firstBatchPrintsEveryAnswerAndCleansUp() throws Exception {
    Files.copy(QUESTIONS, folder.resolve("requests.jsonl"));
    ExampleRun run = ExampleRun.of(FirstBatch.class, sandbox, folder);
    assertThat(run.exitCode()).as(String.join("\n", run.output())).isZero();
    assertThat(run.output().get(0)).isEqualTo("SUCCEEDED");
    assertThat(run.output()).anyMatch(line -> line.contains(": Sandbox answer"));
    assertThat(Files.readString(folder.resolve("batch.ref"))).startsWith("anthropic:msgbatch_");
    assertThat(sandbox.anthropic().ids()).isEmpty();
    assertThat(sandbox.anthropic().created()).isOne();
  }

  @Test
  void resumeFromRefSubmitsOnceOverTwoStarts() throws Exception {
    String ref = folder.resolve("kept.ref").toString();
    ExampleRun first =
        ExampleRun.of(ResumeFromRef.class, sandbox, folder, QUESTIONS.toString(), ref);
    ExampleRun second =
        ExampleRun.of(ResumeFromRef.class, sandbox, folder, QUESTIONS.toString(), ref);
    assertThat(first.exitCode()).as(String.join("\n", first.output())).isZero();
    assertThat(second.exitCode()).as(String.join("\n", second.output())).isZero();
    assertThat(first.output().get(0)).startsWith("submitted ");
    assertThat(second.output().get(0)).startsWith("going on with ");
    assertThat(second.output().subList(1, 3))
        .containsExactly("200 results kept", "200 results: 200 succeeded");
    assertThat(sandbox.anthropic().created()).isOne();
    assertThat(Files.readAllLines(Path.of(ref + ".results.jsonl"))).hasSize(200);
  }

  @Test
  void waitForManyPrintsEachEnd() throws Exception {
    ExampleRun run = ExampleRun.of(WaitForMany.class, sandbox, folder, "20");
    assertThat(run.exitCode()).as(String.join("\n", run.output())).isZero();
    assertThat(run.output()).hasSize(20).allMatch(line -> line.endsWith(" SUCCEEDED"));
  }

  @Test
  void cancelAndKeepPartialsReadsWhatThereIs() throws Exception {
    try (Sandbox slow =
        Sandbox.builder().batchTime(Duration.ofDays(1)).cancelTime(Duration.ZERO).start()) {
      ExampleRun run =
          ExampleRun.of(CancelAndKeepPartials.class, slow, folder, QUESTIONS.toString());
      assertThat(run.exitCode()).as(String.join("\n", run.output())).isZero();
      assertThat(run.output().get(0)).startsWith("CANCELLED, ").endsWith(" answers came in time");
      assertThat(slow.anthropic().count(Operation.CANCEL)).isOne();
    }
  }

  @Test
  void typedMessagesReadsTheGeneratedModel() throws Exception {
    ExampleRun run = ExampleRun.of(TypedMessages.class, sandbox, folder);
    assertThat(run.exitCode()).as(String.join("\n", run.output())).isZero();
    assertThat(run.output().get(0)).endsWith(" stopped by end_turn");
    assertThat(run.output().get(1)).startsWith("text: ");
  }

  @Test
  void ownOkHttpClientIsGoneThrough() throws Exception {
    ExampleRun.of(WaitForMany.class, sandbox, folder, "2");
    ExampleRun run = ExampleRun.of(OwnOkHttpClient.class, sandbox, folder, sandbox.anthropicUrl());
    assertThat(run.exitCode()).as(String.join("\n", run.output())).isZero();
    assertThat(run.output())
        .hasSize(3)
        .last()
        .isEqualTo("1 call went through the application's own client");
  }

  @ParameterizedTest
  @CsvSource({
    "anthropic, questions.jsonl, 1",
    "gemini, questions-gemini.jsonl, 1",
    "openai, questions-openai.jsonl, 2",
    "moonshot, questions-moonshot.jsonl, 2",
    "zhipu, questions-zhipu.jsonl, 2"
  })
  void anyProviderRunsAlike(String provider, String questions, int removed) throws Exception {
    String file = QUESTIONS.resolveSibling(questions).toString();
    ExampleRun run = ExampleRun.of(AnyProvider.class, sandbox, folder, provider, file);
    assertThat(run.exitCode()).as(String.join("\n", run.output())).isZero();
    assertThat(run.output().get(0)).isEqualTo("SUCCEEDED");
    assertThat(run.output().subList(1, 201)).allMatch(line -> line.endsWith(": succeeded"));
    assertThat(run.output().get(201)).startsWith("200 results: 200 succeeded, Usage{");
    assertThat(run.output().get(202)).isEqualTo("removed " + removed);
  }

  @Test
  void submitAgainUploadsOnceAndMakesOneBatch() throws Exception {
    String file = QUESTIONS.resolveSibling("questions-openai.jsonl").toString();
    sandbox.openAi().faults().on(Operation.CREATE).respond(429);
    ExampleRun refused = ExampleRun.of(SubmitAgain.class, sandbox, folder, file);
    assertThat(refused.exitCode()).as(String.join("\n", refused.output())).isZero();
    assertThat(refused.output().get(0)).startsWith("REJECTED, file file-");
    assertThat(sandbox.openAi().count(Operation.UPLOAD)).isOne();
    assertThat(sandbox.openAi().created()).isOne();

    sandbox.openAi().faults().on(Operation.CREATE).loseResponse();
    ExampleRun lost = ExampleRun.of(SubmitAgain.class, sandbox, folder, file);
    assertThat(lost.exitCode()).as(String.join("\n", lost.output())).isZero();
    assertThat(lost.output().get(0)).startsWith("MAYBE_CREATED, file file-");
    assertThat(lost.output().get(1)).endsWith(sandbox.openAi().ids().get(1) + origin());
    assertThat(sandbox.openAi().created()).isEqualTo(2);
  }

  private String origin() {
    return "@http://127.0.0.1:" + sandbox.port();
  }

  @Test
  void generatedClientWorksAlone() throws Exception {
    ExampleRun run =
        ExampleRun.of(GeneratedClientOnly.class, sandbox, folder, sandbox.anthropicUrl());
    assertThat(run.exitCode()).as(String.join("\n", run.output())).isZero();
    assertThat(run.output()).isEqualTo(List.of(sandbox.anthropic().ids().get(0) + " ended"));
  }
}
