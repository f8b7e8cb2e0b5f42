package io.batchwright.anthropic;

import io.batchwright.client.anthropic.model.Message;
import io.batchwright.fuzz.LineProperties;

/** Reads lines of Anthropic's results, which must agree with Gson's trees. */
public final class AnthropicLinesFuzz {
  private static final AnthropicOracle ORACLE = new AnthropicOracle();

  private AnthropicLinesFuzz() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] line) {
    LineProperties.check(new AnthropicLines(null), ORACLE, line, Message.class);
  }
}
