package io.batchwright.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.batchwright.BatchClient;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void savedResultsAreReadByTheNameOfTheProvider(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("results.jsonl");
    Files.writeString(
        file,
        """
        {"custom_id":"a","result":{"type":"succeeded","message":{"content":[]}}}
        {"custom_id":"b","result":{"type":"expired"}}
        """);
    try (BatchResults results = Providers.readResults("anthropic", file)) {
      assertThat(results).extracting(BatchResult::customId).containsExactly("a", "b");
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Providers.readResults("none", file));
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
