package io.batchwright.openai;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.batchwright.BatchClient;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.SubmitOptions;
import io.batchwright.client.openai.model.EmbeddingList;
import io.batchwright.client.openai.model.OutputContent;
import io.batchwright.client.openai.model.OutputItem;
import io.batchwright.client.openai.model.Response;
import io.batchwright.client.openai.model.ResponseUsage;
import io.batchwright.sandbox.Sandbox;
import io.batchwright.sandbox.SandboxReply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The bodies of Responses and embeddings have their own models. */
class ResponseModelsTest {
  private static <T> T body(String endpoint, String request, SandboxReply reply, Class<T> model) {
    try (Sandbox sandbox =
            Sandbox.builder().batchTime(Duration.ZERO).replies(any -> reply).start();
        BatchClient client =
            OpenAi.builder().apiKey("sandbox-key").baseUrl(sandbox.openAiUrl()).build()) {
      BatchInput input = BatchInput.of(BatchRequest.ofJson("a", request));
      SubmitOptions options = SubmitOptions.none().withEndpoint(endpoint);
      try (BatchResults results = client.submit(input, options).results()) {
        return ((BatchResult.Succeeded) results.iterator().next()).decode(model);
      }
    }
  }

  private static Response response(SandboxReply reply) {
    return body("/v1/responses", "{\"model\":\"gpt-5\",\"input\":\"Hi\"}", reply, Response.class);
  }

  private static OutputContent part(Response response) {
    OutputItem item = requireNonNull(response.getOutput()).get(0);
    return requireNonNull(item.getContent()).get(0);
  }

  @Test
  void aResponseIsReadWithWhatItsSpecDoesNotName() {
    Response response = response(SandboxReply.text("Hello"));
    ResponseUsage usage = requireNonNull(response.getUsage());

    assertThat(response.getStatus()).isEqualTo("completed");
    assertThat(response.getCreatedAt()).isEqualTo(response.getCompletedAt()).isPositive();
    assertThat(part(response).getText()).isEqualTo("Hello");
    assertThat(requireNonNull(usage.getInputTokensDetails()).getCachedTokens()).isZero();
    assertThat(response.getAdditionalProperties()).containsKeys("billing", "tools", "truncation");
  }

  @Test
  void aResponseSaysWhyItIsIncompleteOrRefused() {
    Response cut = response(SandboxReply.cutOff("half"));

    assertThat(requireNonNull(cut.getIncompleteDetails()).getReason())
        .isEqualTo("max_output_tokens");
    assertThat(part(response(SandboxReply.refused("No."))).getRefusal()).isEqualTo("No.");
  }

  @Test
  void embeddingsAreVectorsOrBase64() {
    SandboxReply reply = SandboxReply.embeddings(new float[] {1f, -2f});
    String request = "{\"model\":\"m\",\"input\":[\"a\",\"b\"],\"encoding_format\":\"?\"}";
    EmbeddingList vectors =
        body("/v1/embeddings", request.replace("?", "float"), reply, EmbeddingList.class);
    EmbeddingList texts =
        body("/v1/embeddings", request.replace("?", "base64"), reply, EmbeddingList.class);

    assertThat(vectors.getData()).hasSize(2);
    assertThat(vectors.getData().get(1).getIndex()).isOne();
    assertThat(vectors.getData().get(1).getEmbedding())
        .isEqualTo(JsonParser.parseString("[1.0,-2.0]"));
    assertThat(texts.getData().get(0).getEmbedding())
        .isEqualTo(JsonParser.parseString("\"AACAPwAAAMA=\""));
    assertThat(requireNonNull(vectors.getUsage()).getPromptTokens()).isPositive();
  }
}
