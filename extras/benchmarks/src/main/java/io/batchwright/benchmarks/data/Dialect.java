package io.batchwright.benchmarks.data;

import java.util.Locale;

/** The four wire formats of results. */
public enum Dialect {
  /** Anthropic's Message Batches. */
  ANTHROPIC,
  /** OpenAI's batches. */
  OPENAI,
  /** Gemini's batches. */
  GEMINI,
  /** Zhipu's batches, which are OpenAI's except for their lines. */
  ZHIPU;

  /** The name in lower case, as in files and options. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the dialect with this name in lower case. */
  public static Dialect of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
