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

@Sdk
@NeedsNode("openai")
class OpenAiNpmTest extends OpenAiNpmContract {

  @Override
  String url(Sandbox sandbox) {
    return sandbox.openAiUrl();
  }

  @Override
  ProviderControl provider() {
    return bed.sandbox().openAi();
  }

  @Override
  String window() {
    return "24h";
  }

  @Override
  String model() {
    return "gpt-4.1-mini";
  }

  @Test
  @Shows(Step.POLL)
  void readsMembersThatOnlyOpenAiSends() {
    SdkValue batch = create("a", "b");
    bed.runAll();
    SdkValue ended = retrieve(batch);

    assertThat(ended.text("model")).isEqualTo("gpt-4.1-mini-2025-04-14");
    assertThat(ended.number("usage.total_tokens")).isEqualTo(36);
    assertThat(ended.number("expires_at")).isEqualTo(batch.number("created_at") + 24 * 3600);
  }

  @Test
  @Shows(Step.FAILED_BATCH)
  void readsWhyABatchFailed() {
    SdkValue batch = create("a", "a");
    bed.runAll();
    SdkValue failed = retrieve(batch);

    assertThat(failed.text("status")).isEqualTo("failed");
    assertThat(failed.lacks("failed_at")).isFalse();
    assertThat(failed.text("errors.data.0.code")).isEqualTo("duplicate_custom_id");
    assertThat(failed.number("errors.data.0.line")).isEqualTo(2);
    assertThat(failed.lacks("output_file_id")).isTrue();
  }
}
