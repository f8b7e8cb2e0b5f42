package io.batchwright.internal.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResults;
import io.batchwright.ListOptions;
import io.batchwright.moonshot.Moonshot;
import io.batchwright.openai.OpenAi;
import io.batchwright.providers.ClientBuilder;
import io.batchwright.testing.ScriptedServer;
import io.batchwright.testing.SpecPaths;
import io.batchwright.zhipu.Zhipu;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests go to the paths of the specs; see the same test for Anthropic. */
class PathsOfTheSpecsTest {
  enum Speaker {
    OPENAI,
    MOONSHOT,
    ZHIPU;

    ClientBuilder<?> builder() {
      return switch (this) {
        case OPENAI -> OpenAi.builder();
        case MOONSHOT -> Moonshot.builder();
        case ZHIPU -> Zhipu.builder();
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyCallGoesToItsPathInTheSpec(Speaker speaker) throws IOException {
    String provider = speaker.name().toLowerCase(Locale.ROOT);
    Map<String, String> spec = SpecPaths.of(provider, "x1");
    String ended =
        "{\"id\":\"x1\",\"status\":\"completed\",\"output_file_id\":\"x1\",\"deleted\":true}";
    try (ScriptedServer server = new ScriptedServer(ended);
        BatchClient client = speaker.builder().apiKey("k").baseUrl(server.url() + "base").build()) {
      BatchHandle batch =
          client.submit(BatchInput.of(BatchRequest.ofJson("req-01", "{\"model\":\"m\"}")));
      client.list(ListOptions.all().withLimit(7)).forEach(Objects::requireNonNull);
      try (BatchResults results = batch.results()) {
        assertThat(results).isNotNull();
      }
      batch.cancel().orElseThrow().delete().orElseThrow();

      assertThat(server.requests())
          .extracting(sent -> sent.getMethod() + " " + sent.getUrl().encodedPath())
          .containsExactlyElementsOf(
              List.of(
                      "uploadFile",
                      "createBatch",
                      "listBatches",
                      "retrieveBatch",
                      "downloadFile",
                      "cancelBatch",
                      "retrieveBatch",
                      "deleteFile")
                  .stream()
                  .map(id -> Objects.requireNonNull(spec.get(id)).replaceFirst("/", "/base/"))
                  .toList());
    }
  }
}
