package io.batchwright.gemini;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.BatchState;
import io.batchwright.Deleted;
import io.batchwright.ResultsOptions;
import io.batchwright.SubmitOptions;
import io.batchwright.client.gemini.model.EmbedContentResponse;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.Sandbox;
import io.batchwright.sandbox.SandboxReply;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches of embeddings: another endpoint, the same handle and the same results. */
class EmbeddingBatchTest {
  private static final SubmitOptions EMBED =
      SubmitOptions.none().withModel("gemini-embedding-001").withEndpoint(Gemini.EMBED_CONTENT);

  private static final BatchInput TEXTS =
      BatchInput.of(
          BatchRequest.ofJson("cat", "{\"content\":{\"parts\":[{\"text\":\"cat\"}]}}"),
          BatchRequest.ofJson("dog", "{\"content\":{\"parts\":[{\"text\":\"dog\"}]}}"));

  private final Sandbox sandbox =
      Sandbox.builder()
          .batchTime(Duration.ZERO)
          .replies(
              request ->
                  SandboxReply.embeddings(
                      new float[] {request.prompt().equals("cat") ? 0.25f : -0.5f, 1e-8f}))
          .start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  private BatchClient client(long inlineUpTo) {
    return Gemini.builder()
        .apiKey("sandbox-key")
        .baseUrl(sandbox.geminiUrl())
        .inlineUpTo(inlineUpTo)
        .build();
  }

  private static List<Double> vector(BatchResults results, String customId) {
    return StreamSupport.stream(results.spliterator(), false)
        .filter(result -> customId.equals(result.customId()))
        .map(result -> ((BatchResult.Succeeded) result).decode(EmbedContentResponse.class))
        .map(response -> requireNonNull(response.getEmbedding()).getValues())
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(longs = {1 << 20, 0})
  void vectorsAreReturnedInlineAndByFile(long inlineUpTo) {
    try (BatchClient client = client(inlineUpTo)) {
      BatchHandle batch = client.submit(TEXTS, EMBED);

      assertThat(batch.status().state()).isEqualTo(BatchState.SUCCEEDED);
      assertThat(batch.status().counts().succeeded()).isEqualTo(2);
      try (BatchResults results = batch.results()) {
        assertThat(vector(results, "cat")).containsExactly(0.25, 1e-8);
      }
      try (BatchResults results = client.open(batch.ref()).results()) {
        assertThat(vector(results, "dog")).containsExactly(-0.5, 1e-8);
      }
      assertThat(client.open(batch.ref()).delete().orElseThrow())
          .extracting(Deleted::recordRemains)
          .isEqualTo(false);
    }
    assertThat(sandbox.gemini().requests())
        .filteredOn(call -> call.operation() == Operation.CREATE)
        .singleElement()
        .satisfies(
            call ->
                assertThat(call.target())
                    .endsWith("/v1beta/models/gemini-embedding-001:asyncBatchEmbedContent"));
  }

  @Test
  void tokensAreReadFromEitherMember() {
    String body = "{\"embedding\":{\"values\":[-0.5]},\"tokenCount\":\"4\"}";
    try (Sandbox other =
            Sandbox.builder()
                .batchTime(Duration.ZERO)
                .replies(
                    request ->
                        request.customId().equals("dog")
                            ? SandboxReply.body(body)
                            : SandboxReply.embeddings(new float[] {0.25f}))
                .start();
        BatchClient client =
            Gemini.builder().apiKey("sandbox-key").baseUrl(other.geminiUrl()).build();
        BatchResults results = client.submit(TEXTS, EMBED).results(ResultsOptions.defaults())) {
      List<BatchResult.Succeeded> both =
          results.stream().flatMap(result -> result.succeeded().stream()).toList();

      assertThat(both)
          .extracting(result -> result.embeddings().get(0)[0])
          .containsExactly(0.25f, -0.5f);
      assertThat(requireNonNull(both.get(0).usage()).input()).isPositive();
      assertThat(requireNonNull(both.get(1).usage()).input()).isEqualTo(4);
    }
  }

  @Test
  void aFileThatIsThereAlreadyIsEmbedded() {
    try (BatchClient client = client(0)) {
      BatchHandle first = client.submit(TEXTS, EMBED);
      String file =
          sandbox.gemini().files().stream()
              .filter(name -> !name.startsWith("files/batch-"))
              .findFirst()
              .orElseThrow();
      BatchHandle second = client.submit(BatchInput.uploaded(file), EMBED);

      assertThat(second.ref()).isNotEqualTo(first.ref());
      try (BatchResults results = second.results()) {
        assertThat(vector(results, "dog")).containsExactly(-0.5, 1e-8);
      }
    }
  }

  @Test
  void aRequestThatFailsIsAnErrorAmongTheVectors() {
    sandbox.gemini().scriptNext().fail("dog");
    try (BatchClient client = client(1 << 20)) {
      try (BatchResults results = client.submit(TEXTS, EMBED).results()) {
        assertThat(results)
            .extracting(BatchResult::kind)
            .containsExactly(BatchResult.Kind.SUCCEEDED, BatchResult.Kind.ERRORED);
      }
    }
  }

  @Test
  void anEndpointThatHasNoBatchesIsRefusedBeforeAnythingIsSent() {
    try (BatchClient client = client(0)) {
      assertThatThrownBy(() -> client.submit(TEXTS, EMBED.withEndpoint("/v1/embeddings")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "gemini has no batches for the endpoint /v1/embeddings; it has them for "
                  + "generateContent and embedContent");
    }
    assertThat(sandbox.gemini().requests()).isEmpty();
  }
}
