package io.batchwright.conformance.npm;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.conformance.node.NeedsNode;
import io.batchwright.conformance.node.SdkValue;
import io.batchwright.conformance.table.Sdk;
import io.batchwright.conformance.table.Shows;
import io.batchwright.conformance.table.Step;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.Sandbox;
import org.junit.jupiter.api.Test;

@Sdk(at = "Moonshot")
@NeedsNode("openai")
class MoonshotNpmTest extends OpenAiNpmContract {

  @Override
  String url(Sandbox sandbox) {
    return sandbox.moonshotUrl();
  }

  @Override
  ProviderControl provider() {
    return bed.sandbox().moonshot();
  }

  @Override
  String window() {
    return "3d";
  }

  @Override
  String model() {
    return "kimi-k2.6";
  }

  @Test
  @Shows(Step.FAILED_BATCH)
  void readsThatABatchFailedThoughNotWhy() {
    SdkValue batch = create("a", "a");
    bed.runAll();
    SdkValue failed = retrieve(batch);

    assertThat(failed.text("status")).isEqualTo("failed");
    assertThat(failed.lacks("failed_at")).isFalse();
    assertThat(failed.lacks("errors")).isTrue();
  }
}
