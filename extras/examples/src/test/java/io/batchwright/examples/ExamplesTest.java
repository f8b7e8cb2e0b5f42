package io.batchwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.Sandbox;
import io.batchwright.sandbox.SandboxReply;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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
  void firstBatchPrintsEveryAnswer() throws Exception {
    Files.copy(QUESTIONS, folder.resolve("requests.jsonl"));
    ExampleRun run = ExampleRun.of(FirstBatch.class, sandbox, folder);
    assertThat(run.exitCode()).as(String.join("\n", run.output())).isZero();
    assertThat(run.output()).anyMatch(line -> line.contains(": Sandbox answer"));
    assertThat(Files.readString(folder.resolve("batch.ref"))).startsWith("anthropic:msgbatch_");
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
    assertThat(second.output().get(0)).startsWith("continuing with ");
    assertThat(second.output().subList(1, 3))
        .containsExactly("200 results saved", "200 results: 200 succeeded");
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
      assertThat(run.output().get(0)).startsWith("CANCELLED, ").endsWith(" responses are paid for");
      assertThat(slow.anthropic().count(Operation.CANCEL)).isOne();
    }
  }

  @Test
  void sendAgainSendsWhatMaySucceedNowAndNothingElse() throws Exception {
    try (Sandbox failing =
        Sandbox.builder()
            .batchTime(Duration.ZERO)
            .replies(
                request ->
                    request.customId().equals("question-5")
                        ? SandboxReply.error(400, "invalid_request", "The request is wrong")
                        : SandboxReply.text("ok"))
            .start()) {
      failing.anthropic().scriptNext().expire("question-1").dropLine("question-3");
      ExampleRun run = ExampleRun.of(SendAgain.class, failing, folder, "6");
      assertThat(run.exitCode()).as(String.join("\n", run.output())).isZero();
      assertThat(run.output()).hasSize(2);
      assertThat(run.output().get(0))
          .startsWith("attempt 1: 1 missing, ")
          .endsWith("; to send again: [question-1, question-3]");
      assertThat(run.output().get(1)).startsWith("attempt 2: 0 missing, ").endsWith(": []");
      assertThat(failing.anthropic().created()).isEqualTo(2);
    }
  }

  @Test
  void typedAnswersReadsTheRecordAndReportsWhatDoesNotFit() throws Exception {
    try (Sandbox models =
        Sandbox.builder()
            .batchTime(Duration.ZERO)
            .replies(
                request ->
                    request.prompt().endsWith("cut off")
                        ? SandboxReply.cutOff("{\"number\": \"A-2")
                        : SandboxReply.text("{\"number\": \"A-1\", \"total\": 12.5}"))
            .start()) {
      ExampleRun run = ExampleRun.of(TypedAnswers.class, models, folder, "whole", "cut off");
      assertThat(run.exitCode()).as(String.join("\n", run.output())).isZero();
      assertThat(run.output()).hasSize(2).contains("A-1: 12.5");
      assertThat(run.output()).anyMatch(line -> line.contains("LENGTH") && !line.contains("A-2"));
    }
  }

  @Test
  void embeddingsPrintsAVectorForEachText() throws Exception {
    try (Sandbox vectors =
        Sandbox.builder()
            .batchTime(Duration.ZERO)
            .replies(r -> SandboxReply.embeddings(new float[] {0.5f, 1}, new float[] {0.25f, 1}))
            .start()) {
      ExampleRun run = ExampleRun.of(Embeddings.class, vectors, folder, "sky", "sea");
      assertThat(run.exitCode()).as(String.join("\n", run.output())).isZero();
      assertThat(run.output())
          .containsExactly("2 dimensions, the first is 0.5", "2 dimensions, the first is 0.25");
    }
  }

  @Test
  void webhookEndsTheWaitLongBeforeTheNextPoll() throws Exception {
    Instant start = Instant.now();
    AtomicLong hours = new AtomicLong();
    String file = QUESTIONS.resolveSibling("questions-openai.jsonl").toString();
    try (Sandbox slow =
        Sandbox.builder()
            .time(() -> start.plus(Duration.ofHours(hours.get())))
            .batchTime(Duration.ofHours(5))
            .start()) {
      CompletableFuture<byte[]> firstPoll = new CompletableFuture<>();
      slow.openAi()
          .faults()
          .on(Operation.RETRIEVE)
          .rewrite(
              running -> {
                firstPoll.complete(running);
                return running;
              });
      ExampleRun run =
          ExampleRun.of(
              Webhook.class,
              slow,
              folder,
              line -> {
                if (line.startsWith("listening for ")) {
                  firstPoll.orTimeout(30, TimeUnit.SECONDS).join();
                  hours.set(6);
                  report(line.split(" ", -1)[2], line.substring(line.lastIndexOf(':') + 1));
                }
              },
              file);
      assertThat(run.exitCode()).as(String.join("\n", run.output())).isZero();
      assertThat(run.output()).hasSize(2).last().isEqualTo("SUCCEEDED");
    }
  }

  private static void report(String batchId, String port) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhook"))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"type\": \"batch.completed\", \"data\": {\"id\": \"" + batchId + "\"}}"))
            .build();
    HttpResponse<Void> response =
        HttpClient.newHttpClient()
            .sendAsync(request, HttpResponse.BodyHandlers.discarding())
            .join();
    assertThat(response.statusCode()).isEqualTo(204);
  }

  @Test
  void watchProgressPrintsTheFailuresThatAreTolerated() throws Exception {
    sandbox.anthropic().faults().on(Operation.RETRIEVE).respond(500);
    ExampleRun run = ExampleRun.of(WatchProgress.class, sandbox, folder, QUESTIONS.toString(), "1");
    assertThat(run.exitCode()).as(String.join("\n", run.output())).isZero();
    assertThat(run.output().get(0)).startsWith("failed polls in a row: 1, ").contains("500");
    assertThat(run.output()).last().isEqualTo("ended: SUCCEEDED");
  }

  @Test
  void recipesRun() throws Exception {
    try (Sandbox invoices =
        Sandbox.builder()
            .batchTime(Duration.ZERO)
            .reply(request -> "{\"number\": \"" + request.customId() + "\", \"total\": 12.5}")
            .start()) {
      invoices.anthropic().scriptNext().expire("two");
      ExampleRun run = ExampleRun.of(Recipes.class, invoices, folder, "one", "two", "three");
      assertThat(run.exitCode()).as(String.join("\n", run.output())).isZero();
      assertThat(run.output()).startsWith("SUCCEEDED", "two: 12.5").hasSize(3);
      assertThat(invoices.anthropic().created()).isEqualTo(3);
      assertThat(invoices.anthropic().count(Operation.CANCEL)).isOne();
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
  void ownOkHttpClientSendsTheCalls() throws Exception {
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
