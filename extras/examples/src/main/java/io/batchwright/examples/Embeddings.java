package io.batchwright.examples;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.SubmitOptions;
import io.batchwright.openai.OpenAi;
import java.util.List;
import java.util.Map;

/** Reads the vectors of a batch of embeddings. */
public final class Embeddings {
  private Embeddings() {}

  /** Arguments: the texts to embed. */
  public static void main(String[] args) throws Exception {
    try (BatchClient client = OpenAi.fromEnv()) {
      // docs: embeddings
      Map<String, Object> body = Map.of("model", "text-embedding-3-small", "input", List.of(args));
      BatchHandle batch =
          client.submit(
              BatchInput.of(BatchRequest.of("texts", body)),
              SubmitOptions.none().withEndpoint("/v1/embeddings"));
      batch.await();
      try (BatchResults results = batch.results()) {
        for (BatchResult r : results) {
          r.succeeded().ifPresent(ok -> print(ok.embeddings())); // in the order of the inputs
        }
      }
      // docs: end
    }
  }

  private static void print(List<float[]> vectors) {
    for (float[] vector : vectors) {
      System.out.println(vector.length + " dimensions, the first is " + vector[0]);
    }
  }
}
