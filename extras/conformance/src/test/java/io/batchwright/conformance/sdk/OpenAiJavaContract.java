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
import io.batchwright.conformance.bed.TestBed;
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

/** Tests of openai-java with every provider that it is documented to support. */
abstract class OpenAiJavaContract {
  @RegisterExtension final TestBed bed = new TestBed();

  OpenAiJava sdk;

  abstract OpenAiJava connect(Sandbox sandbox, String key);

  abstract ProviderControl provider();

  /** Members of a file that only other vendors have, which are not errors. */
  List<String> leftoversOfFiles() {
    return List.of();
  }

  /** The number of requests until the SDK knows that the third page was the last. */
  int callsForThreePages() {
    return 3;
  }

  @BeforeEach
  void connect() {
    sdk = connect(bed.sandbox(), TestBed.KEY);
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
    assertThat(batch.createdAt()).isEqualTo(bed.now().getEpochSecond());
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
    bed.runHalf();
    Batch running = retrieve(batch);
    bed.runHalf();
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
    bed.runAll();
    Map<String, ChatCompletion> responses =
        sdk.responses(retrieve(batch).outputFileId().orElseThrow());

    assertThat(responses).containsOnlyKeys("a", "b");
    assertThat(responses.values()).allSatisfy(response -> assertThat(in(response)).isEmpty());
    assertThat(responses.values())
        .extracting(response -> response.choices().get(0).message().content().orElseThrow())
        .containsExactlyInAnyOrder("Sandbox answer to a: Hello a", "Sandbox answer to b: Hello b");
    assertThat(responses.values())
        .extracting(response -> response.usage().orElseThrow().totalTokens())
        .containsExactly(18L, 18L);
  }

  @Test
  @Shows(Step.RESULTS)
  void readsWhatWasDoneBeforeTheBatchExpired() {
    provider().scriptNext().expire("b");
    Batch batch = create("a", "b");
    bed.runAll();
    Batch expired = retrieve(batch);

    assertThat(expired.status()).isEqualTo(Status.EXPIRED);
    assertThat(sdk.responses(expired.outputFileId().orElseThrow())).containsOnlyKeys("a");
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
    bed.runHalf();
    Batch cancelling = client().batches().cancel(batch.id());
    bed.runAll();
    Batch ended = retrieve(batch);

    assertThat(in(cancelling)).isEmpty();
    assertThat(cancelling.status()).isEqualTo(Status.CANCELLING);
    assertThat(cancelling.cancellingAt()).contains(bed.now().getEpochSecond() - 600);
    assertThat(ended.status()).isEqualTo(Status.CANCELLED);
    assertThat(ended.cancelledAt()).isPresent();
    assertThat(sdk.responses(ended.outputFileId().orElseThrow())).hasSize(1);
  }

  @Test
  @Lacks(Step.DELETE)
  void cannotDeleteABatch() {
    assertThat(BatchService.class.getMethods())
        .extracting(Method::getName)
        .doesNotContain("delete");
  }

  /** Deletes the files, because batches cannot be deleted. */
  @Test
  void deletesItsFiles() {
    Batch batch = create("a", "b-errored-1");
    bed.runAll();
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
    bed.runAll();
    Batch ended = retrieve(batch);

    assertThat(ended.status()).isEqualTo(Status.COMPLETED);
    assertThat(ended.requestCounts().orElseThrow().failed()).isEqualTo(1);
    assertThat(sdk.text(ended.errorFileId().orElseThrow()))
        .contains("b-errored-1", "Asked for by its id.");
  }

  @Test
  @Shows(Step.HTTP_401)
  void reportsAWrongKey() {
    OpenAIClient stranger = connect(bed.sandbox(), TestBed.WRONG_KEY).client();

    assertThatThrownBy(() -> stranger.batches().retrieve("batch_1"))
        .isInstanceOfSatisfying(
            UnauthorizedException.class, e -> assertThat(e.statusCode()).isEqualTo(401));
  }

  @Test
  @Shows(Step.HTTP_404)
  void reportsAnUnknownBatch() {
    assertThatThrownBy(() -> client().batches().retrieve("batch_1"))
        .isInstanceOfSatisfying(NotFoundException.class, e -> assertThat(e.type()).isPresent());
  }

  @Test
  @Shows(Step.HTTP_429)
  void reportsARateLimit() {
    Batch batch = create("a");
    provider().faults().on(Operation.RETRIEVE).header("retry-after", "7").respond(429);

    assertThatThrownBy(() -> retrieve(batch))
        .isInstanceOfSatisfying(
            RateLimitException.class,
            e -> assertThat(e.headers().values("retry-after")).containsExactly("7"));
    assertThat(retrieve(batch).id()).isEqualTo(batch.id());
  }
}
