package io.batchwright.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.models.batches.Batch;
import com.openai.models.batches.Batch.Status;
import com.openai.models.batches.BatchError;
import com.openai.services.blocking.BatchService;
import io.batchwright.conformance.table.Sdk;
import io.batchwright.conformance.table.Shows;
import io.batchwright.conformance.table.Step;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.Sandbox;
import org.junit.jupiter.api.Test;

@Sdk(BatchService.class)
class OpenAiTest extends OpenAiJavaContract {

  @Override
  OpenAiJava connect(Sandbox sandbox, String key) {
    return new OpenAiJava(sandbox.openAiUrl(), key, "24h", "gpt-4.1-mini");
  }

  @Override
  ProviderControl provider() {
    return bed.sandbox().openAi();
  }

  @Test
  @Shows(Step.POLL)
  void readsMembersThatOnlyOpenAiSends() {
    Batch batch = create("a", "b");
    bed.runAll();
    Batch ended = retrieve(batch);

    assertThat(ended.model()).contains("gpt-4.1-mini-2025-04-14");
    assertThat(ended.usage().orElseThrow().totalTokens()).isEqualTo(36);
    assertThat(ended.expiresAt()).contains(batch.createdAt() + 24 * 3600);
  }

  @Test
  @Shows(Step.FAILED_BATCH)
  void readsWhyABatchFailed() {
    Batch batch = sdk.create(sdk.upload(sdk.lines("a", "a")).id());
    bed.runAll();
    Batch failed = retrieve(batch);
    BatchError error = failed.errors().orElseThrow().data().orElseThrow().get(0);

    assertThat(failed.status()).isEqualTo(Status.FAILED);
    assertThat(failed.failedAt()).isPresent();
    assertThat(error.code()).contains("duplicate_custom_id");
    assertThat(error.line()).contains(2L);
    assertThat(failed.outputFileId()).isEmpty();
  }

  @Test
  @Shows(Step.FAILED_BATCH)
  void readsAFailureThatIsInNoLine() {
    provider().scriptNext().failBatch();
    Batch batch = create("a");
    bed.runAll();
    Batch failed = retrieve(batch);
    BatchError error = failed.errors().orElseThrow().data().orElseThrow().get(0);

    assertThat(failed.status()).isEqualTo(Status.FAILED);
    assertThat(error.code()).contains("token_limit_exceeded");
    assertThat(error.line()).isEmpty();
  }
}
