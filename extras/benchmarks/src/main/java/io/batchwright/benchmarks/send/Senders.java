package io.batchwright.benchmarks.send;

import io.batchwright.benchmarks.data.Dialect;

/** Every sender by name. */
public final class Senders {
  private Senders() {}

  /** Creates a sender. */
  public static Sender of(String name) {
    return switch (name) {
      case "okhttp-file" -> new OkHttpFileSender();
      case "openai-java" -> new OpenAiSdkSender();
      case "ours-openai" -> new OursFileSender(Dialect.OPENAI);
      case "ours-anthropic" -> new OursFileSender(Dialect.ANTHROPIC);
      case "ours-anthropic-source" -> new OursSourceSender();
      case "anthropic-java" -> new AnthropicSdkSender();
      default -> throw new IllegalArgumentException("No sender " + name);
    };
  }
}
