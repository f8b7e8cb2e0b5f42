package io.batchwright.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.batchwright.BatchClient;
import org.junit.jupiter.api.Test;

class ProvidersTest {
  @Test
  void everyProviderIsBuiltByTheNameThatItsRefsBeginWith() {
    assertThat(Providers.names()).hasSize(5);
    for (String name : Providers.names()) {
      try (BatchClient client = Providers.builder(name).apiKey("key").build()) {
        assertThat(client.open(name + ":batches/id-1").ref().provider()).isEqualTo(name);
      }
    }
  }

  @Test
  void aNameThatIsNoneIsRefusedWithTheNamesThatAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Providers.builder("MARKER"))
        .withMessageContaining("anthropic, gemini, openai, moonshot, zhipu")
        .withMessageNotContaining("MARKER");
  }

  @Test
  void aWholeRefOfAnotherProviderOrNoRefIsRefused() {
    try (BatchClient client = Providers.builder("openai").apiKey("key").build()) {
      assertThatIllegalArgumentException().isThrownBy(() -> client.open("anthropic:msgbatch_1"));
      assertThatIllegalArgumentException().isThrownBy(() -> client.open("batch_1"));
    }
  }
}
