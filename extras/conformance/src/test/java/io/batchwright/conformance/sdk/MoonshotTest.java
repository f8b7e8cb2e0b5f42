package io.batchwright.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.models.batches.Batch;
import com.openai.models.batches.Batch.Status;
import com.openai.services.blocking.BatchService;
import io.batchwright.conformance.table.Sdk;
import io.batchwright.conformance.table.Shows;
import io.batchwright.conformance.table.Step;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.Sandbox;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Moonshot has no SDK of its own; its documentation uses OpenAI's. */
@Sdk(value = BatchService.class, at = "Moonshot")
class MoonshotTest extends OpenAiJavaContract {

  @Override
  OpenAiJava connect(Sandbox sandbox, String key) {
    return new OpenAiJava(sandbox.moonshotUrl(), key, "3d", "kimi-k2.6");
  }

  @Override
  ProviderControl provider() {
    return bed.sandbox().moonshot();
  }

  /** "ready", which Moonshot's specification names as an example of a free text. */
  @Override
  List<String> leftoversOfFiles() {
    return List.of(".status = ready");
  }

  /** Without has_more, the last page is not recognised as the last. */
  @Override
  int callsForThreePages() {
    return 4;
  }

  @Test
  @Shows(Step.FAILED_BATCH)
  void readsThatABatchFailedThoughNotWhy() {
    Batch batch = sdk.create(sdk.upload(sdk.lines("a", "a")).id());
    bed.runAll();
    Batch failed = retrieve(batch);

    assertThat(failed.status()).isEqualTo(Status.FAILED);
    assertThat(failed.failedAt()).isPresent();
    assertThat(failed.errors()).isEmpty();
  }
}
