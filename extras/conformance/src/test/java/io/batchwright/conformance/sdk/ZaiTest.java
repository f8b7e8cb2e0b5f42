package io.batchwright.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.z.openapi.service.batches.Batch;
import ai.z.openapi.service.batches.BatchResponse;
import ai.z.openapi.service.batches.BatchService;
import ai.z.openapi.service.file.File;
import ai.z.openapi.service.file.FileDelRequest;
import io.batchwright.conformance.bed.TestBed;
import io.batchwright.conformance.table.Lacks;
import io.batchwright.conformance.table.Sdk;
import io.batchwright.conformance.table.Shows;
import io.batchwright.conformance.table.Step;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.ProviderControl;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Sdk(BatchService.class)
class ZaiTest {
  @RegisterExtension final TestBed bed = new TestBed();

  @TempDir Path folder;

  private Zai sdk;

  @BeforeEach
  void connect() {
    sdk = new Zai(bed.sandbox().zhipuUrl(), TestBed.KEY);
  }

  @AfterEach
  void disconnect() {
    sdk.close();
  }

  private ProviderControl provider() {
    return bed.sandbox().zhipu();
  }

  private Batch create(String... customIds) throws IOException {
    return sdk.create(sdk.upload(folder, customIds));
  }

  @Test
  @Shows(Step.CREATE)
  void creates() throws IOException, InterruptedException {
    Batch batch = create("request-1", "request-2");

    assertThat(batch.getStatus()).isEqualTo("validating");
    assertThat(batch.getEndpoint()).isEqualTo("/v4/chat/completions");
    assertThat(batch.getCreatedAt()).isEqualTo(bed.now().toEpochMilli());
    assertThat(batch.getOutputFileId()).isNull();
    assertThat(sdk.lost(sdk.retrieve(batch))).isEmpty();
  }

  @Test
  @Shows(Step.CREATE)
  void uploads() throws IOException {
    File file = sdk.upload(folder, "request-1");

    assertThat(file.getId()).matches("\\d{10}_[0-9a-f]{32}");
    assertThat(file.getPurpose()).isEqualTo("batch");
    assertThat(file.getCreatedAt()).isEqualTo(bed.now().getEpochSecond());
  }

  @Test
  @Shows(Step.POLL)
  void polls() throws IOException, InterruptedException {
    Batch batch = create("request-1", "request-2", "request-3");
    bed.runHalf();
    Batch running = sdk.retrieve(batch);
    bed.runHalf();
    Batch ended = sdk.retrieve(batch);

    assertThat(running.getStatus()).isEqualTo("in_progress");
    assertThat(running.getOutputFileId()).isEmpty();
    assertThat(ended.getStatus()).isEqualTo("completed");
    assertThat(Zai.counts(ended).toString())
        .isEqualTo("{\"completed\":3,\"failed\":0,\"total\":3}");
    assertThat(ended.getCompletedAt()).isEqualTo(bed.now().getEpochSecond() * 1000);
    assertThat(sdk.lost(ended)).isEmpty();
  }

  /** The precondition of all other tests here. */
  @Test
  void itShowsIfTheSdkDropsSomething() throws IOException, InterruptedException {
    Batch batch = create("request-1");
    provider().script(batch.getId()).unknownFields();

    assertThat(sdk.lost(sdk.retrieve(batch))).containsExactly(".sandbox_unknown.list[]");
  }

  @Test
  @Shows(Step.RESULTS)
  void readsResults() throws IOException {
    Batch batch = create("request-1", "request-2");
    bed.runAll();
    String results = sdk.text(sdk.retrieve(batch).getOutputFileId());

    assertThat(results.lines())
        .hasSize(2)
        .allMatch(line -> line.contains("\"content\":\"Sandbox answer to request-"))
        .allMatch(line -> line.contains("\"id\":\"" + batch.getId() + "\""));
  }

  @Test
  @Shows(Step.LIST_PAGES)
  void listsOverPages() throws IOException {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) ids.add(create("request-1").getId());
    Collections.reverse(ids);
    List<String> listed = new ArrayList<>();
    // The SDK neither iterates over pages nor reports whether there is another.
    List<Batch> page = sdk.page(null);
    while (!page.isEmpty()) {
      for (Batch batch : page) listed.add(batch.getId());
      page = sdk.page(listed.get(listed.size() - 1));
    }

    assertThat(listed).isEqualTo(ids);
    assertThat(provider().count(Operation.LIST)).isEqualTo(4);
  }

  @Test
  @Shows(Step.CANCEL)
  void cancels() throws IOException, InterruptedException {
    Batch batch = create("request-1", "request-2");
    bed.runHalf();
    Batch cancelling = Zai.data(sdk.client().batches().cancelBatch(batch.getId()));
    bed.runAll();
    Batch ended = sdk.retrieve(batch);

    assertThat(cancelling.getStatus()).isEqualTo("cancelling");
    assertThat(cancelling.getCancellingAt()).isPositive();
    assertThat(ended.getStatus()).isEqualTo("cancelled");
    assertThat(sdk.lost(ended)).isEmpty();
  }

  @Test
  @Lacks(Step.DELETE)
  void cannotDeleteABatch() {
    assertThat(BatchService.class.getMethods())
        .extracting(Method::getName)
        .noneMatch(name -> name.startsWith("delete"));
  }

  /** Deletes the files, because batches cannot be deleted. */
  @Test
  void deletesAFile() throws IOException {
    String id = sdk.upload(folder, "request-1").getId();

    assertThat(Zai.data(sdk.client().files().deleteFile(new FileDelRequest(id))).isDeleted())
        .isTrue();
    assertThat(provider().files()).isEmpty();
  }

  @Test
  @Shows(Step.FAILED_REQUEST)
  void readsAFailedRequest() throws IOException {
    Batch batch = create("request-1", "request-errored-2");
    bed.runAll();
    Batch ended = sdk.retrieve(batch);

    assertThat(ended.getStatus()).isEqualTo("completed");
    assertThat(Zai.counts(ended).get("failed").getAsInt()).isEqualTo(1);
    assertThat(sdk.text(ended.getErrorFileId()))
        .contains("request-errored-2", "Asked for by its id.");
  }

  @Test
  @Shows(Step.FAILED_BATCH)
  void readsThatABatchFailed() throws IOException, InterruptedException {
    Batch batch = create("request-1", "request-1");
    bed.runAll();
    Batch failed = sdk.retrieve(batch);

    assertThat(failed.getStatus()).isEqualTo("failed");
    assertThat(failed.getFailedAt()).isPositive();
    assertThat(failed.getOutputFileId()).isEmpty();
    assertThat(sdk.lost(failed)).isEmpty();
  }

  @Test
  @Shows(Step.HTTP_401)
  void reportsAWrongKey() {
    BatchResponse refused;
    try (Zai stranger = new Zai(bed.sandbox().zhipuUrl(), TestBed.WRONG_KEY)) {
      refused = stranger.client().batches().retrieveBatch("batch_1");
    }

    assertThat(refused.isSuccess()).isFalse();
    assertThat(refused.getCode()).isEqualTo(401);
    assertThat(refused.getError().getCode()).isEqualTo(1000);
  }

  @Test
  @Shows(Step.HTTP_404)
  void reportsAnUnknownBatch() {
    BatchResponse refused = sdk.client().batches().retrieveBatch("batch_1");

    assertThat(refused.isSuccess()).isFalse();
    assertThat(refused.getCode()).isEqualTo(404);
  }

  @Test
  @Shows(Step.HTTP_404)
  void reportsAnUnknownFile() {
    assertThatThrownBy(() -> sdk.text("1700000000_0")).isInstanceOf(IOException.class);
  }

  @Test
  @Shows(Step.HTTP_429)
  void reportsARateLimit() throws IOException {
    Batch batch = create("request-1");
    provider().faults().on(Operation.RETRIEVE).respond(429);
    BatchResponse refused = sdk.client().batches().retrieveBatch(batch.getId());

    assertThat(refused.getCode()).isEqualTo(429);
    assertThat(refused.getError().getCode()).isEqualTo(1302);
    assertThat(sdk.retrieve(batch).getId()).isEqualTo(batch.getId());
  }
}
