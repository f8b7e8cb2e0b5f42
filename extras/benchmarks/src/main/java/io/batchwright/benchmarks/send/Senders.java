package io.batchwright.benchmarks.send;

import io.batchwright.benchmarks.data.Dialect;
import java.util.Map;

/** Every way to send requests, by its name. */
public final class Senders {
  private static final Map<String, Sender> BY_NAME =
      Map.of(
          "okhttp-file", new OkHttpFileSender(),
          "openai-java", new OpenAiSdkSender(),
          "ours-openai", new OursFileSender(Dialect.OPENAI),
          "ours-anthropic", new OursFileSender(Dialect.ANTHROPIC),
          "ours-anthropic-source", new OursSourceSender(),
          "anthropic-java", new AnthropicSdkSender());

  private Senders() {}

  /** Finds a sender. */
  public static Sender of(String name) {
    Sender sender = BY_NAME.get(name);
    if (sender == null) {
      throw new IllegalArgumentException("No sender " + name);
    }
    return sender;
  }
}
