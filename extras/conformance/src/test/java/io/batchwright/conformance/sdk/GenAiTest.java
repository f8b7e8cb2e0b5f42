package io.batchwright.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.genai.Client;
import com.google.genai.errors.ApiException;
import com.google.genai.types.BatchJob;
import com.google.genai.types.DownloadFileConfig;
import com.google.genai.types.File;
import com.google.genai.types.FileState;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.InlinedResponse;
import com.google.genai.types.JobState;
import com.google.genai.types.ListBatchJobsConfig;
import io.batchwright.conformance.bed.TestBed;
import io.batchwright.conformance.table.Sdk;
import io.batchwright.conformance.table.Shows;
import io.batchwright.conformance.table.Step;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.SandboxCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Sdk(Client.class)
class GenAiTest {
  @RegisterExtension final TestBed bed = new TestBed();

  private GenAi sdk;

  @BeforeEach
  void connect() {
    sdk = new GenAi(bed.sandbox().geminiUrl(), TestBed.KEY);
  }

  private ProviderControl provider() {
    return bed.sandbox().gemini();
  }

  private static JobState.Known state(BatchJob job) {
    return job.state().orElseThrow().knownEnum();
  }

  private static List<InlinedResponse> responses(BatchJob job) {
    return job.dest().orElseThrow().inlinedResponses().orElseThrow();
  }

  @Test
  @Shows(Step.CREATE)
  void creates() throws IOException, InterruptedException {
    BatchJob job = sdk.create("a", "b");

    assertThat(state(job)).isEqualTo(JobState.Known.JOB_STATE_PENDING);
    assertThat(job.displayName()).contains("demo");
    assertThat(job.model()).contains("models/" + GenAi.MODEL);
    assertThat(job.createTime()).contains(bed.now());
    assertThat(sdk.lost(job)).isEmpty();
  }

  @Test
  @Shows(Step.CREATE)
  void createsFromAFile() throws IOException, InterruptedException {
    File file = sdk.upload("a", "b");
    BatchJob job = sdk.createFrom(file);

    assertThat(file.state().orElseThrow().knownEnum()).isEqualTo(FileState.Known.ACTIVE);
    assertThat(file.sizeBytes().orElseThrow()).isPositive();
    assertThat(sdk.lost(file)).isEmpty();
    assertThat(state(job)).isEqualTo(JobState.Known.JOB_STATE_PENDING);
    assertThat(sdk.lost(job)).isEmpty();
  }

  @Test
  @Shows(Step.CREATE)
  void usesItsOwnVersionOfTheApi() {
    sdk.createFrom(sdk.upload("a"));
    SandboxCall first = provider().requests().get(0);
    String name = String.valueOf(first.header("x-goog-api-client"));
    String version = name.startsWith("google-genai-sdk/1.") ? "v1beta" : "v1";

    assertThat(name).startsWith("google-genai-sdk/");
    assertThat(first.target()).startsWith("/gemini/upload/" + version + "/files");
    assertThat(provider().requests())
        .extracting(SandboxCall::target)
        .contains("/gemini/" + version + "/models/" + GenAi.MODEL + ":batchGenerateContent")
        .allMatch(target -> target.contains("/" + version + "/"));
  }

  @Test
  @Shows(Step.POLL)
  void polls() throws IOException, InterruptedException {
    BatchJob job = sdk.create("a", "b");
    bed.runHalf();
    BatchJob running = sdk.get(job);
    bed.runHalf();
    BatchJob ended = sdk.get(job);

    assertThat(state(running)).isEqualTo(JobState.Known.JOB_STATE_RUNNING);
    assertThat(state(ended)).isEqualTo(JobState.Known.JOB_STATE_SUCCEEDED);
    assertThat(ended.endTime()).contains(bed.now());
    assertThat(sdk.lost(ended)).isEmpty();
  }

  @Test
  @Shows(Step.RESULTS)
  void readsResultsInTheJob() {
    BatchJob job = sdk.create("a", "b");
    bed.runAll();
    List<InlinedResponse> responses = responses(sdk.get(job));
    GenerateContentResponse first = responses.get(0).response().orElseThrow();

    assertThat(responses)
        .extracting(response -> response.metadata().orElseThrow().get("key"))
        .containsExactly("a", "b");
    assertThat(first.text()).isEqualTo("Sandbox answer to a: Hello a");
    assertThat(first.finishReason().toString()).isEqualTo("STOP");
    assertThat(first.usageMetadata().orElseThrow().totalTokenCount()).contains(18);
  }

  @Test
  @Shows(Step.RESULTS)
  void downloadsAFileOfResults(@TempDir Path folder) throws IOException, InterruptedException {
    BatchJob job = sdk.createFrom(sdk.upload("a", "b"));
    bed.runAll();
    BatchJob ended = sdk.get(job);
    Path file = folder.resolve("out.jsonl");
    String name = ended.dest().orElseThrow().fileName().orElseThrow();
    sdk.client().files.download(name, file.toString(), DownloadFileConfig.builder().build());

    assertThat(sdk.lost(ended)).isEmpty();
    assertThat(Files.readAllLines(file))
        .hasSize(2)
        .allMatch(row -> row.contains("\"text\":\"Sandbox answer to "));
  }

  @Test
  @Shows(Step.LIST_PAGES)
  void listsOverPages() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 5; i++) names.add(sdk.create("a").name().orElseThrow());
    Collections.reverse(names);
    List<String> listed = new ArrayList<>();
    for (BatchJob job :
        sdk.client().batches.list(ListBatchJobsConfig.builder().pageSize(2).build())) {
      listed.add(job.name().orElseThrow());
    }

    assertThat(listed).isEqualTo(names);
    assertThat(provider().count(Operation.LIST)).isEqualTo(3);
  }

  @Test
  @Shows(Step.CANCEL)
  void cancelsWhatHasNotBegun() {
    BatchJob job = sdk.create("a", "b");
    sdk.client().batches.cancel(job.name().orElseThrow(), null);
    bed.runAll();

    assertThat(state(sdk.get(job))).isEqualTo(JobState.Known.JOB_STATE_CANCELLED);
  }

  @Test
  @Shows(Step.CANCEL)
  void cancelsWhatRuns() {
    BatchJob job = sdk.create("a", "b");
    bed.runHalf();
    sdk.client().batches.cancel(job.name().orElseThrow(), null);
    bed.runAll();
    BatchJob ended = sdk.get(job);

    assertThat(state(ended)).isEqualTo(JobState.Known.JOB_STATE_SUCCEEDED);
    assertThat(responses(ended).get(1).error().orElseThrow().code()).contains(1);
  }

  @Test
  @Shows(Step.DELETE)
  void deletes() {
    BatchJob job = sdk.create("a");
    bed.runAll();
    sdk.client().batches.delete(job.name().orElseThrow(), null);

    assertThat(provider().ids()).isEmpty();
  }

  @Test
  @Shows(Step.DELETE)
  void deletesAFile() {
    sdk.client().files.delete(sdk.upload("a").name().orElseThrow(), null);

    assertThat(provider().files()).isEmpty();
  }

  @Test
  @Shows(Step.FAILED_REQUEST)
  void readsAFailedRequest() throws IOException, InterruptedException {
    BatchJob job = sdk.create("a", "b-errored-1");
    bed.runAll();
    BatchJob ended = sdk.get(job);

    assertThat(state(ended)).isEqualTo(JobState.Known.JOB_STATE_SUCCEEDED);
    assertThat(responses(ended).get(0).response()).isPresent();
    assertThat(responses(ended).get(1).error().orElseThrow().code()).contains(13);
    assertThat(responses(ended).get(1).error().orElseThrow().message())
        .contains("Asked for by its id.");
    assertThat(sdk.lost(ended)).isEmpty();
  }

  @Test
  @Shows(Step.FAILED_BATCH)
  void readsThatABatchFailed() throws IOException, InterruptedException {
    provider().scriptNext().failBatch();
    BatchJob job = sdk.create("a");
    bed.runAll();
    BatchJob failed = sdk.get(job);

    assertThat(state(failed)).isEqualTo(JobState.Known.JOB_STATE_FAILED);
    assertThat(failed.dest()).isEmpty();
    assertThat(sdk.lost(failed)).isEmpty();
  }

  @Test
  @Shows(Step.HTTP_401)
  void reportsAWrongKey() {
    GenAi stranger = new GenAi(bed.sandbox().geminiUrl(), TestBed.WRONG_KEY);

    assertThatThrownBy(() -> stranger.client().batches.get("batches/1", null))
        .isInstanceOfSatisfying(
            ApiException.class, // such a key is an invalid argument here; 401 is for tokens
            e -> {
              assertThat(e.code()).isEqualTo(400);
              assertThat(e.message()).contains("API key");
            });
  }

  @Test
  @Shows(Step.HTTP_401)
  void reportsMissingAuthentication() {
    provider().faults().on(Operation.LIST).respond(401);

    assertThatThrownBy(() -> sdk.client().batches.list(ListBatchJobsConfig.builder().build()))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.status()).isEqualTo("UNAUTHENTICATED"));
  }

  @Test
  @Shows(Step.HTTP_404)
  void reportsAnUnknownBatch() {
    assertThatThrownBy(() -> sdk.client().batches.get("batches/1", null))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.status()).isEqualTo("NOT_FOUND"));
  }

  @Test
  @Shows(Step.HTTP_429)
  void reportsARateLimit() {
    BatchJob job = sdk.create("a");
    provider().faults().on(Operation.RETRIEVE).respond(429);

    assertThatThrownBy(() -> sdk.get(job))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.status()).isEqualTo("RESOURCE_EXHAUSTED"));
    assertThat(sdk.get(job).name()).isEqualTo(job.name());
  }
}
