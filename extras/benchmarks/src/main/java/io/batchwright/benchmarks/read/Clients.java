package io.batchwright.benchmarks.read;

import io.batchwright.BatchClient;
import io.batchwright.anthropic.Anthropic;
import io.batchwright.gemini.Gemini;
import io.batchwright.openai.OpenAi;
import io.batchwright.zhipu.Zhipu;

/** The library's clients, with the server's URL. */
public final class Clients {
  private static final String KEY = "no-key";

  private Clients() {}

  /** Creates a client. */
  public static BatchClient of(Target target) {
    return switch (target.dialect()) {
      case ANTHROPIC -> Anthropic.builder().apiKey(KEY).baseUrl(target.baseUrl()).build();
      case OPENAI -> OpenAi.builder().apiKey(KEY).baseUrl(target.baseUrl()).build();
      case GEMINI -> Gemini.builder().apiKey(KEY).baseUrl(target.baseUrl()).build();
      case ZHIPU -> Zhipu.builder().apiKey(KEY).baseUrl(target.baseUrl()).build();
    };
  }
}
