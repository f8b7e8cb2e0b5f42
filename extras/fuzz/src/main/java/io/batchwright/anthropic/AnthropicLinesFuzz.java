package io.batchwright.anthropic;

import io.batchwright.client.anthropic.model.Message;
import io.batchwright.fuzz.LineProperties;

/** Reads lines of Anthropic's results, which must say what Gson's trees say. */
public final class AnthropicLinesFuzz {
  private static final AnthropicOracle ORACLE = new AnthropicOracle();

  private AnthropicLinesFuzz() {}

  /** Tries an input. */
  public static void fuzzerTestOneInput(byte[] line) {
    LineProperties.check(new AnthropicLines(null), ORACLE, line, Message.class);
  }
}
