package io.batchwright.examples;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.ResultsSummary;
import io.batchwright.anthropic.Anthropic;
import io.batchwright.gemini.Gemini;
import io.batchwright.moonshot.Moonshot;
import io.batchwright.openai.OpenAi;
import io.batchwright.zhipu.Zhipu;
import java.nio.file.Path;
import java.time.Duration;

/** One program for every provider: the entry point and the bodies are all that differs. */
public final class AnyProvider {
  private AnyProvider() {}

  /** Takes the provider's name and a file of requests. */
  public static void main(String[] args) throws Exception {
    try (BatchClient client = client(args[0])) {
      BatchHandle batch = client.submit(BatchInput.ofFile(Path.of(args[1])));
      System.out.println(batch.await(Duration.ofHours(26)).state());
      try (BatchResults results = batch.results()) {
        ResultsSummary summary = new ResultsSummary();
        for (BatchResult r : results) {
          summary.add(r);
          System.out.println(r);
        }
        System.out.println(summary + ", " + summary.usage());
      }
      System.out.println("removed " + batch.delete().orElseThrow().removed().size());
    }
  }

  private static BatchClient client(String provider) {
    return switch (provider) {
      case "anthropic" -> Anthropic.fromEnv();
      case "gemini" -> Gemini.fromEnv();
      case "openai" -> OpenAi.fromEnv();
      case "moonshot" -> Moonshot.fromEnv();
      case "zhipu" -> Zhipu.fromEnv();
      default -> throw new IllegalArgumentException("No provider " + provider);
    };
  }
}
