package io.batchwright.conformance.sdk;

import static io.batchwright.conformance.known.Leftovers.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.errors.NotFoundException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.batches.Batch;
import com.openai.models.batches.Batch.Status;
import com.openai.models.batches.BatchListParams;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.files.FileDeleted;
import com.openai.models.files.FileObject;
import com.openai.services.blocking.BatchService;
import io.batchwright.conformance.stage.Stage;
import io.batchwright.conformance.table.Lacks;
import io.batchwright.conformance.table.Shows;
import io.batchwright.conformance.table.Step;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.Sandbox;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What openai-java does at every provider that it is documented to speak to. */
abstract class OpenAiJavaContract {
  @RegisterExtension final Stage stage = new Stage();

  OpenAiJava sdk;

  abstract OpenAiJava connect(Sandbox sandbox, String key);

  abstract ProviderControl provider();

  /** What of a file is not the SDK's maker's, and so no fault. */
  List<String> leftoversOfFiles() {
    return List.of();
  }

  /** How often the SDK asks until it knows that the third page was the last. */
  int callsForThreePages() {
    return 3;
  }

  @BeforeEach
  void connect() {
    sdk = connect(stage.sandbox(), Stage.KEY);
  }

  final OpenAIClient client() {
    return sdk.client();
  }

  final Batch create(String... customIds) {
    Batch batch = sdk.create(sdk.upload(sdk.lines(customIds)).id());
    assertThat(in(batch)).isEmpty();
    return batch;
  }

  final Batch retrieve(Batch batch) {
    Batch again = client().batches().retrieve(batch.id());
    assertThat(in(again)).isEmpty();
    return again;
  }

  @Test
  @Shows(Step.CREATE)
  void creates() {
    Batch batch = create("a", "b");

    assertThat(batch.status()).isEqualTo(Status.VALIDATING);
    assertThat(batch.endpoint()).isEqualTo("/v1/chat/completions");
    assertThat(batch.completionWindow()).isEqualTo(sdk.window());
    assertThat(batch.createdAt()).isEqualTo(stage.now().getEpochSecond());
    assertThat(batch.requestCounts().orElseThrow().total()).isZero();
    assertThat(batch.outputFileId()).isEmpty();
    assertThat(batch.metadata()).isEmpty();
  }

  @Test
  @Shows(Step.CREATE)
  void uploadsAFileFromDisk(@TempDir Path folder) throws IOException {
    FileObject file = sdk.upload(folder.resolve("in.jsonl"), sdk.lines("a"));

    assertThat(in(file)).isSubsetOf(leftoversOfFiles());
    assertThat(file.filename()).isEqualTo("in.jsonl");
    assertThat(file.purpose()).isEqualTo(FileObject.Purpose.BATCH);
    assertThat(file.bytes()).isEqualTo(sdk.lines("a").length());
    assertThat(sdk.create(file.id()).status()).isEqualTo(Status.VALIDATING);
  }

  @Test
  @Shows(Step.POLL)
  void polls() {
    Batch batch = create("a", "b", "c");
    stage.runHalf();
    Batch running = retrieve(batch);
    stage.runHalf();
    Batch ended = retrieve(batch);

    assertThat(running.status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(running.requestCounts().orElseThrow().total()).isEqualTo(3);
    assertThat(ended.status()).isEqualTo(Status.COMPLETED);
    assertThat(ended.requestCounts().orElseThrow().completed()).isEqualTo(3);
    assertThat(ended.completedAt().orElseThrow()).isEqualTo(batch.createdAt() + 600);
    assertThat(ended.errorFileId()).isEmpty();
  }

  @Test
  @Shows(Step.RESULTS)
  void readsResults() {
    Batch batch = create("a", "b");
    stage.runAll();
    Map<String, ChatCompletion> answers = sdk.answers(retrieve(batch).outputFileId().orElseThrow());

    assertThat(answers).containsOnlyKeys("a", "b");
    assertThat(answers.values()).allSatisfy(answer -> assertThat(in(answer)).isEmpty());
    assertThat(answers.values())
        .extracting(answer -> answer.choices().get(0).message().content().orElseThrow())
        .containsExactlyInAnyOrder("Sandbox answer to a: Hello a", "Sandbox answer to b: Hello b");
    assertThat(answers.values())
        .extracting(answer -> answer.usage().orElseThrow().totalTokens())
        .containsExactly(18L, 18L);
  }

  @Test
  @Shows(Step.RESULTS)
  void readsWhatWasDoneBeforeTheBatchExpired() {
    provider().scriptNext().expire("b");
    Batch batch = create("a", "b");
    stage.runAll();
    Batch expired = retrieve(batch);

    assertThat(expired.status()).isEqualTo(Status.EXPIRED);
    assertThat(sdk.answers(expired.outputFileId().orElseThrow())).containsOnlyKeys("a");
    assertThat(sdk.text(expired.errorFileId().orElseThrow())).contains("batch_expired");
  }

  @Test
  @Shows(Step.LIST_PAGES)
  void listsOverPages() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) ids.add(create("a").id());
    Collections.reverse(ids);
    List<String> listed = new ArrayList<>();
    for (Batch batch :
        client().batches().list(BatchListParams.builder().limit(2).build()).autoPager()) {
      assertThat(in(batch)).isEmpty();
      listed.add(batch.id());
    }

    assertThat(listed).isEqualTo(ids);
    assertThat(provider().count(Operation.LIST)).isEqualTo(callsForThreePages());
  }

  @Test
  @Shows(Step.CANCEL)
  void cancels() {
    Batch batch = create("a", "b");
    stage.runHalf();
    Batch cancelling = client().batches().cancel(batch.id());
    stage.runAll();
    Batch ended = retrieve(batch);

    assertThat(in(cancelling)).isEmpty();
    assertThat(cancelling.status()).isEqualTo(Status.CANCELLING);
    assertThat(cancelling.cancellingAt()).contains(stage.now().getEpochSecond() - 600);
    assertThat(ended.status()).isEqualTo(Status.CANCELLED);
    assertThat(ended.cancelledAt()).isPresent();
    assertThat(sdk.answers(ended.outputFileId().orElseThrow())).hasSize(1);
  }

  @Test
  @Lacks(Step.DELETE)
  void cannotDeleteABatch() {
    assertThat(BatchService.class.getMethods())
        .extracting(Method::getName)
        .doesNotContain("delete");
  }

  /** What takes the place of deleting a batch. */
  @Test
  void deletesItsFiles() {
    Batch batch = create("a", "b-errored-1");
    stage.runAll();
    Batch ended = retrieve(batch);
    List<String> files =
        List.of(
            ended.inputFileId(),
            ended.outputFileId().orElseThrow(),
            ended.errorFileId().orElseThrow());
    for (String file : files) {
      FileDeleted deleted = client().files().delete(file);
      assertThat(in(deleted)).isEmpty();
      assertThat(deleted.deleted()).isTrue();
      assertThat(deleted.id()).isEqualTo(file);
    }

    assertThat(provider().files()).isEmpty();
  }

  @Test
  @Shows(Step.FAILED_REQUEST)
  void readsAFailedRequest() {
    Batch batch = create("a", "b-errored-1");
    stage.runAll();
    Batch ended = retrieve(batch);

    assertThat(ended.status()).isEqualTo(Status.COMPLETED);
    assertThat(ended.requestCounts().orElseThrow().failed()).isEqualTo(1);
    assertThat(sdk.text(ended.errorFileId().orElseThrow()))
        .contains("b-errored-1", "Asked for by its id.");
  }

  @Test
  @Shows(Step.HTTP_401)
  void isToldThatTheKeyIsWrong() {
    OpenAIClient stranger = connect(stage.sandbox(), Stage.WRONG_KEY).client();

    assertThatThrownBy(() -> stranger.batches().retrieve("batch_1"))
        .isInstanceOfSatisfying(
            UnauthorizedException.class, e -> assertThat(e.statusCode()).isEqualTo(401));
  }

  @Test
  @Shows(Step.HTTP_404)
  void isToldThatThereIsNoSuchBatch() {
    assertThatThrownBy(() -> client().batches().retrieve("batch_1"))
        .isInstanceOfSatisfying(NotFoundException.class, e -> assertThat(e.type()).isPresent());
  }

  @Test
  @Shows(Step.HTTP_429)
  void isToldThatItAskedTooOften() {
    Batch batch = create("a");
    provider().faults().on(Operation.RETRIEVE).header("retry-after", "7").answer(429);

    assertThatThrownBy(() -> retrieve(batch))
        .isInstanceOfSatisfying(
            RateLimitException.class,
            e -> assertThat(e.headers().values("retry-after")).containsExactly("7"));
    assertThat(retrieve(batch).id()).isEqualTo(batch.id());
  }
}
